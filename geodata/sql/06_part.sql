-- The records of one part in the order in which the pack stores them. $part is its number.
-- Rows that are alike in all of these are alike in the pack too, so that the order of the input does not matter.

SELECT slot, cell, longitude, latitude, source, records
FROM classified
WHERE part = $part AND reason <= 4
ORDER BY slot, cell, longitude, latitude, source;
