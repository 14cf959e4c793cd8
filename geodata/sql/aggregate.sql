-- For a larger engine: one row for all records that are alike, with their number, in the columns that
-- "--records" takes. Written as Parquet in folders by force and month, this is a folder to build a pack from; it gives
-- the same pack as the records themselves.
--
-- Reads  input, or standard where the source needs 01_standard.sql first.

SELECT
  force,
  month,
  lsoa,
  crime_type,
  longitude,
  latitude,
  CAST(SUM(records) AS BIGINT) AS count
FROM standard
WHERE odd_count = 0
GROUP BY force, month, lsoa, crime_type, longitude, latitude
ORDER BY force, month, lsoa, crime_type, longitude, latitude;
