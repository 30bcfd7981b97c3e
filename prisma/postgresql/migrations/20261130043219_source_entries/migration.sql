ALTER TABLE "Source" ADD COLUMN     "entries" INTEGER;
