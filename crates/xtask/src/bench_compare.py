# The nearest thing a user would write: both extracts read by DuckDB, joined in full and counted. Run by `cargo xtask bench compare`.
import resource
import sys
import time

import duckdb

due, recorded = sys.argv[1:3]
begin = time.monotonic()
rows = duckdb.sql(
    f"""
    select coalesce(d.class, 'none') as due, coalesce(r.class, 'none') as recorded, count(*) as n,
           count(*) filter (r.recorded > d.deadline) as late
    from (select * from read_csv('{due}', header = true) where what = 'crime') d
    full outer join read_csv('{recorded}', header = true) r
      on d.incident = r.incident and d.victims = r.victims
    group by all order by n desc
    """
).fetchall()
seconds = time.monotonic() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{seconds:.2f} {peak} {duckdb.__version__} {len(rows)}")
