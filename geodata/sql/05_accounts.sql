-- Where every record went: by input file, part and reason. All of `records` is the number of records read.

SELECT
  file,
  part,
  reason,
  SUM(records) AS records,
  SUM(odd_point * records) AS odd_points,
  MIN(vintage) AS oldest,
  MAX(vintage) AS newest
FROM classified
GROUP BY file, part, reason
ORDER BY file, part, reason;
