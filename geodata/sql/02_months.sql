-- The months there are records of, whether or not they are wanted.
--
-- Reads  standard; calendar(month): every month that can be, "YYYY-MM".

SELECT DISTINCT standard.month
FROM standard
JOIN calendar ON calendar.month = standard.month
ORDER BY standard.month;
