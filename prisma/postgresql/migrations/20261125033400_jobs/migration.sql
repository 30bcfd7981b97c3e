CREATE TABLE "DeadJob" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "rowId" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "tries" INTEGER NOT NULL,
    "diedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "DeadJob_pkey" PRIMARY KEY ("kind","rowId")
);

CREATE TABLE "HostTurn" (
    "host" TEXT COLLATE "C" NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "HostTurn_pkey" PRIMARY KEY ("host")
);
