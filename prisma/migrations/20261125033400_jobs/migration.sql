CREATE TABLE "DeadJob" (
    "kind" TEXT NOT NULL,
    "rowId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "diedAt" DATETIME NOT NULL,
    PRIMARY KEY ("kind", "rowId")
);

CREATE TABLE "HostTurn" (
    "host" TEXT NOT NULL PRIMARY KEY,
    "nextAt" DATETIME NOT NULL
);
