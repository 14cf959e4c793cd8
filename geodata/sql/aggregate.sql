-- For a larger engine: one row for all records that are alike, with their number, in the columns that "--records" takes.
-- Written as Parquet in folders by force and month, this is a folder to build a pack from, and the pack is the one that
-- the records themselves give. The columns of the folders come last, as Trino wants them.
--
-- Reads  standard (01_standard.sql). Rows whose number is no whole number cannot be added up and are left out here: where
--        the source has a column of numbers, count them first (SELECT COUNT(*) FROM standard WHERE odd_count = 1).

SELECT
  lsoa,
  crime_type,
  longitude,
  latitude,
  CAST(SUM(records) AS BIGINT) AS count,
  force,
  month
FROM standard
WHERE odd_count = 0
GROUP BY force, month, lsoa, crime_type, longitude, latitude
ORDER BY force, month, lsoa, crime_type, longitude, latitude;
