# The nearest thing a user would write: the frame read by DuckDB, and the first so many of each stratum by a hash taken. Run by `cargo xtask bench draw`.
import resource
import sys
import time

import duckdb

frame, size = sys.argv[1:3]
begin = time.monotonic()
rows = duckdb.sql(
    f"""
    select * from (
        select *, row_number() over (partition by route, month(day) order by sha256('a seed' || record)) as rank
        from read_csv('{frame}', header = true)
    ) where rank <= {size}
    """
).fetchall()
seconds = time.monotonic() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{seconds:.2f} {peak} {duckdb.__version__} {len(rows)}")
