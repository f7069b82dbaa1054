# What a user would write in Python. `arrays`: pandas, NumPy and SciPy, every report of every force in whole arrays, one measure and period a
# column of 43. `charts`: controlchartspy, a funnel for each measure and period and an i chart for each measure and force, limits only.
# Run by `cargo xtask bench forces`.
import resource
import sys
import time

import numpy as np
import pandas as pd

what, data, population = sys.argv[1:4]
begin = time.monotonic()

rows = pd.read_csv(data)
people = pd.read_csv(population)
# The last mid-year before the period begins.
year = rows["first"].str[:4].astype(int)
rows["year"] = np.where(rows["first"].str[5:7] < "07", year - 1, year)
rows = rows.merge(people[["force", "year", "people"]], on=["force", "year"], how="left")
rows["class"] = pd.Categorical(rows["class"], rows["class"].drop_duplicates())
in_march = (rows["first"].str[5:7] == "04") & (rows["last"].str[5:7] == "03")


def arrays(out):
    from scipy.stats import chi2, poisson, norm

    written = []
    charts = []
    for measure, own in rows.groupby("class", observed=True, sort=False):
        name = measure.replace("Class ", "class-")
        for yearly in (True, False):
            part = own[in_march[own.index] == yearly]
            observed = part.pivot(index="force", columns="last", values="value")
            forces, periods = observed.index.to_numpy(), observed.columns.to_numpy()
            o = observed.to_numpy(float)
            n = part.pivot(index="force", columns="last", values="people").to_numpy(float)
            rate = o / n * 1000
            with np.errstate(invalid="ignore"):
                low = np.where(o > 0, chi2.ppf(0.025, 2 * o) / 2, 0) / n * 1000
            high = chi2.ppf(0.975, 2 * (o + 1)) / 2 / n * 1000
            inside = forces != "City of London"
            theta = o[inside].sum(0) / n[inside].sum(0)
            s = np.sqrt(theta / n)
            z = (o / n - theta) / s
            phi = (z[inside] ** 2).mean(0)
            k = inside.sum()
            w = 1 / s[inside] ** 2
            tau2 = np.maximum(0, (k * phi - (k - 1)) / (w.sum(0) - (w**2).sum(0) / w.sum(0)))
            half = norm.ppf(0.999) * np.sqrt(s**2 + tau2)
            lower, upper = np.maximum(0, theta - half) * 1000, (theta + half) * 1000
            # Where chance explains a tenth or more: the counts whose tail is at least half the risk.
            exact = phi <= 10
            expected = theta * n
            low_count = poisson.ppf(0.001, expected)
            high_count = poisson.isf(0.001, expected) + 1
            high_count = np.where(poisson.sf(high_count - 1, expected) >= 0.001, high_count, high_count - 1)
            lower = np.where(exact, low_count / n * 1000, lower)
            upper = np.where(exact, high_count / n * 1000, upper)
            below, above = rate < lower - 1e-12, rate > upper + 1e-12
            standing = np.where(below, "Below", np.where(above, "Above", "Within"))
            order = np.argsort(forces)
            for j, period in enumerate(periods):
                written.append(
                    pd.DataFrame(
                        {
                            "measure": name,
                            "force": forces,
                            "period": period,
                            "rate": rate[:, j],
                            "low": low[:, j],
                            "high": high[:, j],
                            "phi": phi[j],
                            "lower": lower[:, j],
                            "upper": upper[:, j],
                            "standing": standing[:, j],
                        }
                    )
                )
            # XmR with the four patterns.
            centre = rate.mean(1, keepdims=True)
            sigma = np.abs(np.diff(rate, axis=1)).mean(1, keepdims=True) * 2.66 / 3
            off = (rate - centre) / sigma
            for i, force in enumerate(forces):
                charts.append((name, force, rate.shape[1], len(signals(off[i], rate[i], centre[i, 0] / sigma[i, 0]))))
    pd.concat(written).to_csv(out, index=False)
    pd.DataFrame(charts).to_csv("peer-charts.csv", index=False, header=False)


def runs(signs):
    edges = np.flatnonzero(np.diff(signs)) + 1
    return zip(np.split(np.arange(len(signs)), edges), np.split(signs, edges))


def signals(off, value, to_nought):
    found = [("astronomical", i) for i in np.flatnonzero((off > 3) | ((off < -3) & (to_nought > 3)))]
    # Points on the centre count for nothing, and of equal neighbours one stands for all.
    sided = np.sign(off[np.abs(off) > 1e-9])
    found += [("shift", r[0]) for r, s in runs(sided) if len(r) >= 7]
    apart = value[np.concatenate(([True], np.diff(value) != 0))]
    found += [("trend", r[0]) for r, s in runs(np.sign(np.diff(apart))) if len(r) >= 6]
    for side in (1, -1):
        far = np.flatnonzero(side * off > 2)
        groups = np.split(far, np.flatnonzero(np.diff(far) > 2) + 1)
        found += [("two of three", g[0]) for g in groups if len(g) >= 2]
    return found


def charts(every):
    import controlchartspy as cc

    classes = list(rows["class"].cat.categories)[::every]
    for measure in classes:
        own = rows[rows["class"] == measure]
        for yearly in (True, False):
            part = own[in_march[own.index] == yearly]
            for _, across in part.groupby("last"):
                across = across[["force", "value", "people"]]
                cc.funnel(
                    across, "force", "value", "people",
                    funnel_settings={"chart_type": "PR", "od_adjust": "auto", "multiplier": 1000},
                    return_objs="limits",
                )
            for _, along in part.groupby("force"):
                along = along.assign(rate=along["value"] / along["people"] * 1000)[["last", "rate"]]
                cc.spc(along, "last", "rate", spc_settings={"chart_type": "i"}, return_objs="limits")


if what == "arrays":
    arrays(sys.argv[4])
else:
    charts(int(sys.argv[4]))
print(time.monotonic() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
