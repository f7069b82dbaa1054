# Makes weighted-mpmath.csv: python make_weighted_table.py (mpmath 1.4.1, 40 digits, printed to 20).
# A design is strata `records:sample`, separated by blanks; a sample is `trials/successes*times` by commas, one entry a kind of record.
# The score limits are found as the stationary point of the likelihood under its constraint, by Newton's method on all unknowns
# at once (every stratum's share, the multiplier), not by the formula of the crate.
import csv
import os

from mpmath import findroot, matrix, mp, mpf, sqrt

mp.dps = 40
HERE = os.path.dirname(os.path.abspath(__file__))
Z = mpf("1.959963984540054235524594430520551527955550564279")


def read(text):
    strata = []
    for stratum in text.split():
        size, sample = stratum.split(":")
        kinds = [tuple(int(v) for v in kind.replace("*", "/").split("/")) for kind in sample.split(",")]
        strata.append((mpf(size), [(mpf(m), mpf(y)) for m, y, times in kinds for _ in range(times)]))
    return strata


def wilson(p, n, z):
    root = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (p + z * z / (2 * n) - root) / (1 + z * z / n), (p + z * z / (2 * n) + root) / (1 + z * z / n)


def score(weights, shares, counts, z, sign):
    # Unknown: the strata's shares p and the multiplier. Equations: the likelihood is stationary, and the score is z. Strata that
    # stand at 0 or 1 are not in these designs, so no bound is active.
    centre = sum(w * s for w, s in zip(weights, shares))
    h = len(weights)
    plain = sqrt(sum(w * w * s * (1 - s) / n for w, s, n in zip(weights, shares, counts)))

    def equations(*unknown):
        p, pull = unknown[:h], unknown[h]
        stationary = [n * s * (1 - q) - n * (1 - s) * q - pull * w * q * (1 - q) for w, s, n, q in zip(weights, shares, counts, p)]
        variance = sum(w * w * q * (1 - q) / n for w, n, q in zip(weights, counts, p))
        return stationary + [sum(w * q for w, q in zip(weights, p)) - centre - sign * z * sqrt(variance)]

    start = [s + sign * z * w * s * (1 - s) / n / plain / 2 for w, s, n in zip(weights, shares, counts)] + [-sign * z / plain]
    start = [min(max(v, mpf("0.01")), mpf("0.995")) for v in start[:h]] + start[h:]
    found = findroot(equations, start, tol=mpf(10) ** -50, maxsteps=200)
    assert all(0 < found[k] < 1 for k in range(h)), found
    return sum(w * found[k] for k, w in enumerate(weights))


def plain(text):
    strata = read(text)
    whole = sum(size for size, _ in strata)
    weights = [size / whole for size, _ in strata]
    shares = [sum(y for _, y in sample) / len(sample) for _, sample in strata]
    unseen = [(size - len(sample)) / (size - 1) for size, sample in strata]
    counts = [len(sample) / u for (_, sample), u in zip(strata, unseen)]
    share = sum(w * s for w, s in zip(weights, shares))
    variance = sum(w * w * s * (1 - s) / (len(sample) - 1) * (1 - len(sample) / size) for w, s, (size, sample) in zip(weights, shares, strata))
    return share, variance, weights, shares, counts, Z, mpf(0), mpf(1)


def student(degrees):
    # The quantile of t from the integral of its density.
    constant = mp.gamma((degrees + mpf(1)) / 2) / sqrt(degrees * mp.pi) / mp.gamma(mpf(degrees) / 2)
    upper = lambda t: mpf("0.5") - constant * mp.quad(lambda v: (1 + v * v / degrees) ** (-(degrees + mpf(1)) / 2), [0, t / 2, t])
    return findroot(lambda t: upper(t) - mpf("0.025"), Z)


def clustered(text):
    strata = read(text)
    trials = sum(size / len(sample) * sum(m for m, _ in sample) for size, sample in strata)
    share = sum(size / len(sample) * sum(y for _, y in sample) for size, sample in strata) / trials
    variance = of_weights = mpf(0)
    weights, shares, counts = [], [], []
    for size, sample in strata:
        n = len(sample)
        residuals = [y - share * m for m, y in sample]
        mean = sum(residuals) / n
        variance += size ** 2 * (1 - n / size) / n * sum((r - mean) ** 2 for r in residuals) / (n - 1) / trials ** 2
        held, middle = sum(m for m, _ in sample), sum(m for m, _ in sample) / n
        own = sum(y for _, y in sample) / held
        of_weights += (own - share) ** 2 * size ** 2 * (1 - n / size) / n * sum((m - middle) ** 2 for m, _ in sample) / (n - 1) / trials ** 2
        weights.append(size / n * held / trials)
        shares.append(own)
        counts.append(held * (size - 1) / (size - n))
    binomial = sum(w * w * s * (1 - s) / n for w, s, n in zip(weights, shares, counts))
    effect = max(mpf(1), variance / binomial)
    return share, variance, weights, shares, [n / effect for n in counts], student(sum(len(sample) - 1 for _, sample in strata)), of_weights, effect


DESIGNS = [
    ("records", "12000:1/1*92,1/0*8 300:1/1*42,1/0*18"),
    ("records", "5000:1/1*58,1/0*2 5000:1/1*50,1/0*10 900:1/1*70,1/0*10 120:1/1*20,1/0*10"),
    ("records", "100000:1/1*395,1/0*5 1000:1/1*300,1/0*100 400:1/1*20,1/0*10"),
    ("records", "40:1/1*9,1/0*6 60:1/1*29,1/0*1"),
    ("clusters", "4000:1/1*120,1/0*10,2/2*30,2/1*6,2/0*4,3/3*20,3/0*3,4/4*7"),
    ("clusters", "9000:1/1*60,1/0*4,2/2*20,2/1*3,3/3*10,3/2*3 700:1/1*30,1/0*9,0/0*5,2/0*6,4/1*5,4/4*5"),
    ("clusters", "2000:1/1*25,1/0*1,4/4*4 2000:1/1*20,1/0*5,2/0*5 300:1/1*70,3/3*10,3/2*20 80:1/0*10,1/1*20"),
]

rows = []
for kind, text in DESIGNS:
    share, variance, weights, shares, counts, z, of_weights, effect = (plain if kind == "records" else clustered)(text)
    own = [wilson(s, n, z) for s, n in zip(shares, counts)]
    low = share - sqrt(sum((w * (s - o[0])) ** 2 for w, s, o in zip(weights, shares, own)) + z * z * of_weights)
    high = share + sqrt(sum((w * (o[1] - s)) ** 2 for w, s, o in zip(weights, shares, own)) + z * z * of_weights)
    limits = {
        "score": (score(weights, shares, counts, z, -1), score(weights, shares, counts, z, 1)),
        "MOVER": (low, high),
        "effective-n Wilson": wilson(share, share * (1 - share) / variance, z),
        "Wald": (share - z * sqrt(variance), share + z * sqrt(variance)),
    }
    for method, (low, high) in limits.items():
        rows.append([kind, text, method] + [mp.nstr(v, 20) for v in (share, variance, effect, low, min(high, mpf(1)))])

with open(os.path.join(HERE, "weighted-mpmath.csv"), "w", newline="") as file:
    file.write("# Weighted shares and their limits at 95%; by make_weighted_table.py with mpmath, 40 digits, printed to 20\n")
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["kind", "design", "method", "share", "variance", "design_effect", "low", "high"])
    out.writerows(rows)
print(len(rows))
