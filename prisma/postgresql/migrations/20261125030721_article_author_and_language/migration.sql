ALTER TABLE "Article" ADD COLUMN     "author" TEXT COLLATE "C",
ADD COLUMN     "language" TEXT COLLATE "C";
