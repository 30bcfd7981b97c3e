ALTER TABLE "Source" ADD COLUMN     "headerKeyId" TEXT COLLATE "C",
ADD COLUMN     "headerName" TEXT COLLATE "C",
ADD COLUMN     "headerSealed" TEXT COLLATE "C";
