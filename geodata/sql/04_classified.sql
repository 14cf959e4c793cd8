-- Every row with its part of the pack, its place there, and the reason where it is set aside. No row is dropped.
--
-- Reads  standard and
--   area_codes(code, part, slot, own, vintage)  codes that mean an area of the pack. slot: number of the area in its part,
--                                               NULL where the code became several areas. own: 1 for the pack's own codes.
--   changed_points(code, longitude, latitude, part, slot)   the area a point decides on; no row where it lies in none
--   parts(part, areas)                          parts of the pack with their numbers of areas
--   forces(word, part)                          lower-case ids and names of police forces and the part they report for
--   crime_types(word, kind)                     lower-case ids and titles of crime types
--   calendar(month, position)                   every month that can be; position among those chosen, NULL where not chosen
--   settings(months, parts, only_forces)        one row: number of months chosen and of parts; 1 where reports by other
--                                               forces are set aside
--
-- Makes  classified(file, part, slot, cell, longitude, latitude, source, vintage, records, odd_point, reason)
--   slot    the area's; `areas` for rows without a location; `areas + 1` for rows outside
--   cell    kind * months + position
--   source  the code as published where it is not the area's own
--   reason  0 in an area, 1 no location, 2 no code though a point is given, 3 outside, 4 changed and the point lies in no
--           part of it (1 to 4 stay in the records, without an area); 5 neither area nor a force that is known, 6 count,
--           7 crime type, 8 month, 9 month not chosen, 10 another force (5 to 10 do not)
--
-- A row belongs to the part of its area, else of its force, else to the first, where it is at least counted.

CREATE TABLE classified AS
SELECT
  matched.file,
  matched.part,
  CASE
    WHEN matched.slot IS NOT NULL THEN matched.slot
    WHEN matched.lsoa IS NULL OR matched.known_code = 1 THEN parts.areas
    ELSE parts.areas + 1
  END AS slot,
  COALESCE(matched.kind * matched.months + matched.position, 0) AS cell,
  matched.longitude,
  matched.latitude,
  matched.source,
  matched.vintage,
  matched.records,
  matched.odd_point,
  CASE
    WHEN matched.only_forces = 1 AND matched.force IS NOT NULL AND matched.known_force = 0 THEN 10
    WHEN matched.odd_count = 1 THEN 6
    WHEN matched.kind IS NULL THEN 7
    WHEN matched.known_month = 0 THEN 8
    WHEN matched.position IS NULL THEN 9
    WHEN matched.slot IS NOT NULL THEN 0
    WHEN matched.known_code = 1 THEN 4
    WHEN matched.parts > 1 AND matched.known_force = 0 THEN 5
    WHEN matched.lsoa IS NOT NULL THEN 3
    WHEN matched.longitude IS NOT NULL THEN 2
    ELSE 1
  END AS reason
FROM (
  SELECT
    standard.file,
    standard.lsoa,
    standard.force,
    standard.records,
    standard.odd_count,
    standard.odd_point,
    standard.longitude,
    standard.latitude,
    COALESCE(changed_points.part, area_codes.part, forces.part, 0) AS part,
    COALESCE(changed_points.slot, area_codes.slot) AS slot,
    CASE WHEN area_codes.own = 1 THEN NULL ELSE standard.lsoa END AS source,
    CASE WHEN area_codes.code IS NULL THEN 0 ELSE 1 END AS known_code,
    CASE WHEN forces.word IS NULL THEN 0 ELSE 1 END AS known_force,
    CASE WHEN calendar.month IS NULL THEN 0 ELSE 1 END AS known_month,
    area_codes.vintage,
    crime_types.kind,
    calendar.position,
    settings.months,
    settings.parts,
    settings.only_forces
  FROM standard
  CROSS JOIN settings
  LEFT JOIN area_codes ON area_codes.code = standard.lsoa
  LEFT JOIN changed_points
    ON changed_points.code = standard.lsoa
    AND changed_points.longitude = standard.longitude
    AND changed_points.latitude = standard.latitude
  LEFT JOIN forces ON forces.word = standard.force
  LEFT JOIN crime_types ON crime_types.word = standard.crime_type
  LEFT JOIN calendar ON calendar.month = standard.month
) AS matched
JOIN parts ON parts.part = matched.part;
