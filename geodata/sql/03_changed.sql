-- Points of records whose LSOA was split or merged between 2011 and 2021: for these the code alone does not say which
-- area of the pack it is. The builder looks which of the areas in question each point lies in and makes the table
-- changed_points from that.
--
-- Reads  standard; area_codes (see 04_classified.sql).

SELECT DISTINCT standard.lsoa, standard.longitude, standard.latitude
FROM standard
JOIN area_codes ON area_codes.code = standard.lsoa
WHERE area_codes.slot IS NULL AND standard.longitude IS NOT NULL
ORDER BY standard.lsoa, standard.longitude, standard.latitude;
