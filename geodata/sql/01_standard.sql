-- Records in one form, whatever wrote them.
--
-- Reads  input(file, lsoa, crime_type, month, force, records, longitude, latitude): the Parquet files as they are,
--        every column text but records and the two coordinates, which are double; columns a folder does not have are NULL,
--        and records is then 1.
-- Makes  standard: the same rows, trimmed, with
--        month      "YYYY-MM" of a month or a date; NULL where it can be neither
--        longitude, latitude   NULL where there is no point, or one that cannot lie in the United Kingdom
--        odd_point  1 where such a point was left out
--        odd_count  1 where records is no whole number of 0 or more; the row then counts as one

CREATE VIEW standard AS
SELECT
  file,
  NULLIF(TRIM(lsoa), '') AS lsoa,
  LOWER(TRIM(crime_type)) AS crime_type,
  -- "2023-01" or "2023-01-15..."; the calendar says later whether it is a month.
  CASE WHEN SUBSTR(TRIM(month), 8, 1) IN ('', '-') THEN SUBSTR(TRIM(month), 1, 7) END AS month,
  -- What Spark and Hive call a folder of rows without a value.
  NULLIF(NULLIF(LOWER(TRIM(force)), ''), '__hive_default_partition__') AS force,
  CASE WHEN records >= 0 AND records = FLOOR(records) THEN records ELSE 1 END AS records,
  CASE WHEN records >= 0 AND records = FLOOR(records) THEN 0 ELSE 1 END AS odd_count,
  CASE WHEN longitude BETWEEN -9 AND 3 AND latitude BETWEEN 49 AND 62 THEN longitude END AS longitude,
  CASE WHEN longitude BETWEEN -9 AND 3 AND latitude BETWEEN 49 AND 62 THEN latitude END AS latitude,
  CASE
    WHEN longitude IS NULL AND latitude IS NULL THEN 0
    WHEN longitude BETWEEN -9 AND 3 AND latitude BETWEEN 49 AND 62 THEN 0
    ELSE 1
  END AS odd_point
FROM input;
