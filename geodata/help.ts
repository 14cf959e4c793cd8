/** What the program says of itself. */
export const HELP = `Builds area packs for Hotspot Atlas.

  npm run geodata -- --area ID --raw DIR [options]     a pack from published files in a folder
  npm run geodata -- --area ID --download [options]    fetches those files first, then the same
  npm run geodata -- --area ID --demonstration         the demonstration pack (synthetic records)
  npm run geodata -- --area england-wales --synthetic  a synthetic national pack in partitions, for measuring
  npm run geodata -- verify PACK                       compares a pack with the published figures
  npm run geodata -- new-area ID --lad CODE,CODE --title TEXT
                                                       writes an area definition to start from

Options
  --out DIR          where the pack goes (default public/packs/ID)
  --lsoa 2011|2021   LSOA boundaries to use (default: the area definition's)
  --from YYYY-MM     first month of street crime to keep (default: all)
  --to YYYY-MM       last month to keep
  --hubs FILE        the force's own community hub boundaries, FlatGeobuf or GeoJSON
  --nte FILE         the force's own night-time economy hotspots, FlatGeobuf or GeoJSON
  --cache DIR        where --download keeps files (default .cache)
  --records PATTERN  records as Parquet files in place of the street files, such
                     as 'DIR/**/*.parquet' (in quotation marks), or a folder
  --temp DIR         where --records sorts (default: the system's folder)
With --synthetic     (also --records, --temp, --from and --to)
  --rows N           records to make (default 33000000)
  --areas N          areas to lay out (default 35672)
  --months N         months from January 2019 on (default 60)
  --seed N           seed of everything that is made up (default 1)
  --help             this text

What each input is and where it is published: geodata/README.md.`;
