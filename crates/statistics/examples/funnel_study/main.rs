//! How often funnels cry wolf, and how often they hear one: the study of `docs/studies/signals-of-funnels.md`.
//!
//! `cargo run --release -p statistics --example funnel_study > docs/studies/signals-of-funnels.md`

mod dice;

use std::error::Error;

use dice::Dice;
use statistics::{
    Centre, Confidence, Funnel, FunnelKind, FunnelPoint, LimitMethod, Standing, WinsorisedShare, Winsorising,
};

/// Thousands of people: the 42 territorial forces of England and Wales without the City of London, mid-2017 (Office for National
/// Statistics, Open Government Licence), and an invented one of 200 thousand.
const PEOPLE: [f64; 43] = [
    200.0, 498.0, 517.0, 565.0, 566.0, 588.0, 628.0, 630.0, 665.0, 696.0, 716.0, 741.0, 751.0, 757.0, 771.0,
    820.0, 847.0, 898.0, 930.0, 1_049.0, 1_054.0, 1_083.0, 1_126.0, 1_147.0, 1_181.0, 1_185.0, 1_273.0,
    1_324.0, 1_393.0, 1_417.0, 1_449.0, 1_490.0, 1_693.0, 1_695.0, 1_749.0, 1_820.0, 1_832.0, 1_979.0,
    2_307.0, 2_392.0, 2_799.0, 2_897.0, 8_817.0,
];

const RUNS: u32 = 2_000;
const PER: f64 = 1_000.0;
const TEN: WinsorisedShare = WinsorisedShare::TEN_PERCENT;
const WINSORISINGS: [Winsorising; 4] = [
    Winsorising::None,
    Winsorising::AsPublished(TEN),
    Winsorising::Divided(TEN),
    Winsorising::Corrected(TEN),
];

/// How forces differ in truth, as a share of the rate.
#[derive(Clone, Copy)]
enum Shape {
    Normal,
    Lognormal,
}

/// What stands at the places.
#[derive(Clone, Copy)]
enum Sizes {
    /// [`PEOPLE`].
    AsTheyAre,
    /// A million and a half each.
    Equal,
}

/// A world to draw from.
#[derive(Clone, Copy)]
struct World {
    /// Per 1,000 people.
    rate: f64,
    /// The standard deviation of the forces' own rates, as a share of the rate.
    spread: f64,
    shape: Shape,
    centre: Centre,
    sizes: Sizes,
}

impl World {
    /// One year: the force at each place counts what chance gives at its own rate, raised by `shifted` there.
    fn year(&self, dice: &mut Dice, shifted: &[(usize, f64)]) -> Vec<FunnelPoint> {
        let mut points = Vec::with_capacity(PEOPLE.len());
        for (place, people) in PEOPLE.iter().enumerate() {
            let thousands = match self.sizes {
                Sizes::AsTheyAre => *people,
                Sizes::Equal => 1_500.0,
            };
            let own = match self.shape {
                Shape::Normal => (1.0 + self.spread * dice.normal()).max(0.0),
                Shape::Lognormal => {
                    let variance = (self.spread * self.spread).ln_1p();
                    (variance.sqrt() * dice.normal() - variance / 2.0).exp()
                }
            };
            let shift: f64 = shifted.iter().filter(|(at, _)| *at == place).map(|(_, by)| by).sum();
            let mean = thousands * self.rate * (own + shift);
            points.push(FunnelPoint { observed: dice.poisson(mean), base: thousands * 1_000.0 });
        }
        points
    }

    fn funnel(&self, points: &[FunnelPoint]) -> Result<Funnel, Box<dyn Error>> {
        Ok(Funnel::of(FunnelKind::Rate { per: PER }, points, self.centre)?)
    }

    const fn centre_name(&self) -> &'static str {
        match self.centre {
            Centre::Pooled => "pooled",
            Centre::MeanOfValues => "mean of rates",
            Centre::Given(_) => "known",
        }
    }
}

/// Of so many forces, how many gave a signal.
#[derive(Clone, Copy, Default)]
struct Tally {
    signals: f64,
    of: f64,
}

impl Tally {
    fn add(&mut self, signal: bool) {
        self.of += 1.0;
        self.signals += f64::from(u8::from(signal));
    }

    fn percent(self) -> f64 {
        100.0 * self.signals / self.of
    }
}

fn signal(funnel: &Funnel, place: usize, level: Confidence, method: LimitMethod) -> Option<bool> {
    Some(funnel.position_by(place, level, method)?.standing != Standing::Within)
}

fn centres(rate: f64) -> [Centre; 3] {
    [Centre::Given(rate), Centre::Pooled, Centre::MeanOfValues]
}

fn main() -> Result<(), Box<dyn Error>> {
    let levels: [Confidence; 2] = ["99.8%".parse()?, "95%".parse()?];
    show(include_str!("opening.md"));
    no_difference(levels)?;
    over_dispersed(levels[0])?;
    outliers(levels[0])?;
    groups_of_four()?;
    show(include_str!("closing.md"));
    Ok(())
}

fn no_difference(levels: [Confidence; 2]) -> Result<(), Box<dyn Error>> {
    show(
        "\n## No difference\n\nAll forces have one rate. False signals, percent of all force-years; seed 1.\n",
    );
    show(
        "| rate per 1,000 | centre | exact, 0.2% | exact, 5% | chi-square, 0.2% | chi-square, 5% | additive corrected, 0.2% | additive corrected, 5% |",
    );
    show("|---:|---|---:|---:|---:|---:|---:|---:|");
    let mut dice = Dice(1);
    for rate in [80.0, 1.0, 0.05] {
        for centre in centres(rate) {
            let world = World { rate, spread: 0.0, shape: Shape::Normal, centre, sizes: Sizes::AsTheyAre };
            let mut tallies = [Tally::default(); 6];
            for _ in 0..RUNS {
                let funnel = world.funnel(&world.year(&mut dice, &[]))?;
                let additive = LimitMethod::Additive(funnel.dispersion(Winsorising::Corrected(TEN))?);
                let methods = [LimitMethod::Exact, LimitMethod::ChiSquare, additive];
                for place in 0..PEOPLE.len() {
                    let asked = methods.iter().flat_map(|method| levels.map(|level| (*method, level)));
                    for (tally, (method, level)) in tallies.iter_mut().zip(asked) {
                        tally.add(signal(&funnel, place, level, method).ok_or("no such force")?);
                    }
                }
            }
            let cells = tallies.map(|tally| format!("{:.2}", tally.percent())).join(" | ");
            show(&format!("| {rate} | {} | {cells} |", world.centre_name()));
        }
    }
    Ok(())
}

fn over_dispersed(level: Confidence) -> Result<(), Box<dyn Error>> {
    show("\n## Forces that differ, none of them an outlier\n");
    show(
        "Signals at a nominal 0.2%, percent of all force-years; seed 2. τ is what the corrected estimate gives on average (root of the mean square), over the true one.\n",
    );
    show(
        "| rate per 1,000 | true spread | centre | mean φ | exact | multiplicative | additive | as published | divided | corrected | τ |",
    );
    show("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let mut dice = Dice(2);
    let as_they_are = [(80.0, 0.2), (80.0, 0.05), (1.0, 0.2), (1.0, 0.05), (0.05, 0.5)];
    let worlds = as_they_are
        .map(|(rate, spread)| (rate, spread, Shape::Normal, Sizes::AsTheyAre))
        .into_iter()
        .chain([(80.0, 0.2, Shape::Normal, Sizes::Equal), (80.0, 0.2, Shape::Lognormal, Sizes::AsTheyAre)]);
    for (rate, spread, shape, sizes) in worlds {
        for centre in centres(rate) {
            let world = World { rate, spread, shape, centre, sizes };
            let mut tallies = [Tally::default(); 6];
            let (mut phi, mut tau) = (0.0, 0.0);
            for _ in 0..RUNS {
                let funnel = world.funnel(&world.year(&mut dice, &[]))?;
                let mut methods = vec![LimitMethod::Exact];
                for winsorising in WINSORISINGS {
                    let dispersion = funnel.dispersion(winsorising)?;
                    if winsorising == Winsorising::None {
                        phi += dispersion.phi / f64::from(RUNS);
                        methods.push(LimitMethod::Multiplicative(dispersion));
                    }
                    if matches!(winsorising, Winsorising::Corrected(_)) {
                        tau += dispersion.tau_squared / f64::from(RUNS);
                    }
                    methods.push(LimitMethod::Additive(dispersion));
                }
                for place in 0..PEOPLE.len() {
                    for (tally, method) in tallies.iter_mut().zip(&methods) {
                        tally.add(signal(&funnel, place, level, *method).ok_or("no such force")?);
                    }
                }
            }
            let cells = tallies.map(|tally| format!("{:.2}", tally.percent())).join(" | ");
            let name = match (shape, sizes) {
                (Shape::Normal, Sizes::AsTheyAre) => "",
                (Shape::Normal, Sizes::Equal) => ", forces of one size",
                (Shape::Lognormal, Sizes::AsTheyAre) => ", lognormal",
                (Shape::Lognormal, Sizes::Equal) => ", lognormal, forces of one size",
            };
            let name = format!("{:.0}%{name}", spread * 100.0);
            let tau = tau.sqrt() / (rate * spread);
            show(&format!("| {rate} | {name} | {} | {phi:.1} | {cells} | {tau:.2} |", world.centre_name()));
        }
    }
    Ok(())
}

fn outliers(level: Confidence) -> Result<(), Box<dyn Error>> {
    show("\n## What winsorising is for: four forces stand out\n");
    show(
        "Rate 80, spread 20%, mean of rates; four middling forces lie 6 true standard deviations above their own rate. Percent at a nominal 0.2%; seed 3.\n",
    );
    show("| limits | outliers found | signals among the other 39 |\n|---|---:|---:|");
    let shifted = [(10, 1.2), (18, 1.2), (26, 1.2), (34, 1.2)];
    let world = World {
        rate: 80.0,
        spread: 0.2,
        shape: Shape::Normal,
        centre: Centre::MeanOfValues,
        sizes: Sizes::AsTheyAre,
    };
    let mut dice = Dice(3);
    let mut tallies = [[Tally::default(); 2]; 4];
    for _ in 0..RUNS {
        let funnel = world.funnel(&world.year(&mut dice, &shifted))?;
        for ([found, false_ones], winsorising) in tallies.iter_mut().zip(WINSORISINGS) {
            let method = LimitMethod::Additive(funnel.dispersion(winsorising)?);
            for place in 0..PEOPLE.len() {
                let said = signal(&funnel, place, level, method).ok_or("no such force")?;
                let outlier = shifted.iter().any(|(at, _)| *at == place);
                if outlier { found.add(said) } else { false_ones.add(said) }
            }
        }
    }
    for ([found, false_ones], winsorising) in tallies.into_iter().zip(WINSORISINGS) {
        show(&format!("| additive, {winsorising} | {:.1} | {:.2} |", found.percent(), false_ones.percent()));
    }
    Ok(())
}

fn groups_of_four() -> Result<(), Box<dyn Error>> {
    show("\n## What a group of four costs\n");
    show(
        "One middling force lies so many true standard deviations above its own rate; rate 80, spread 20%. Percent of years in which it is found; seed 4. Against all others: additive corrected limits and mean of the other 42. Against three peers: their mean and their own standard deviation, with Student's t on 2 degrees of freedom, the least one can do without more forces (our functions refuse it).\n",
    );
    show(
        "| shift | 42 others, 0.2% | three peers, 0.2% | 42 others, 5% | three peers, 5% |\n|---:|---:|---:|---:|---:|",
    );
    let mut dice = Dice(4);
    let world = World {
        rate: 80.0,
        spread: 0.2,
        shape: Shape::Normal,
        centre: Centre::MeanOfValues,
        sizes: Sizes::AsTheyAre,
    };
    // Student's t with 2 degrees of freedom at 0.1% and 2.5% in each tail, from any table.
    let levels: [(Confidence, f64); 2] = [("99.8%".parse()?, 22.327), ("95%".parse()?, 4.303)];
    for shift in [0.0, 2.0, 3.0, 4.0, 5.0, 6.0] {
        let mut tallies = [[Tally::default(); 2]; 2];
        for _ in 0..RUNS {
            let points = world.year(&mut dice, &[(20, shift * world.spread)]);
            let focal = *points.get(20).ok_or("no such force")?;
            let others = world.funnel(&points)?.without(20, world.centre)?;
            let method = LimitMethod::Additive(others.dispersion(Winsorising::Corrected(TEN))?);
            let peers = points.get(21..24).ok_or("no peers")?;
            for ([all, three], (level, t)) in tallies.iter_mut().zip(levels) {
                let position = others.place(&focal, level, method).ok_or("no position")?;
                all.add(position.standing != Standing::Within);
                three.add(beyond_peers(&others, &focal, peers, t));
            }
        }
        let cells =
            tallies.map(|[all, three]| format!("{:.1} | {:.1}", all.percent(), three.percent())).join(" | ");
        show(&format!("| {shift} | {cells} |"));
    }
    Ok(())
}

/// Whether a force lies outside the prediction interval of three others.
fn beyond_peers(funnel: &Funnel, focal: &FunnelPoint, peers: &[FunnelPoint], t: f64) -> bool {
    let values: Vec<f64> = peers.iter().map(|peer| funnel.value(peer)).collect();
    let mean = values.iter().sum::<f64>() / 3.0;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 2.0;
    (funnel.value(focal) - mean).abs() > t * (variance * (4.0 / 3.0)).sqrt()
}

#[expect(clippy::print_stdout, reason = "the study is what it prints")]
fn show(text: &str) {
    println!("{text}");
}
