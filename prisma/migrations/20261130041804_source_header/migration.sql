ALTER TABLE "Source" ADD COLUMN "headerKeyId" TEXT;

ALTER TABLE "Source" ADD COLUMN "headerName" TEXT;

ALTER TABLE "Source" ADD COLUMN "headerSealed" TEXT;
