//! A funnel: rates against the size of what they are rates of, with the limits that fit each size.

use rulebook::FigureId;

/// Rates of many areas against their bases, within limits that narrow as the base grows.
///
/// Rates are in hundredths of the unit that `rate` names, bases in whole numbers. A limit is a curve given by its corners: thirty of them, evenly
/// spread on the axis, look smooth. Names stand beside points in focus, peers and those beyond the outer limits; all others are in the
/// table only.
///
/// ```
/// use document::{CentreLine, ChartKind, DrawnAs, Funnel, FunnelPoint, Limits, Position, Reach, Spacing, Standing};
/// let force = FunnelPoint {
///     label: "Northshire".into(),
///     figure: rulebook::FigureId::of(&["rate", "northshire"]),
///     base: Some(2_900_000),
///     hundredths: Some(10_120),
///     printed: "101.2".into(),
///     standing: Standing::Focus,
///     position: Position::Above(Reach::Outer),
/// };
/// let limits = Limits {
///     name: "99.8% limits".into(),
///     drawn: DrawnAs::Solid,
///     reach: Some(Reach::Outer),
///     lower: vec![(400_000, 6_800), (1_600_000, 7_800), (6_400_000, 8_300)],
///     upper: vec![(400_000, 10_800), (1_600_000, 9_800), (6_400_000, 9_300)],
/// };
/// let funnel = ChartKind::Funnel(Box::new(Funnel {
///     base: "people who live in the area".into(),
///     rate: "crimes per 1,000 people".into(),
///     spacing: Spacing::Logarithmic,
///     centre: Some(CentreLine { name: "all forces: 88.0".into(), hundredths: 8_800 }),
///     limits: vec![limits],
///     points: vec![force],
/// }));
/// # assert!(matches!(funnel, ChartKind::Funnel(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// What lies across: `people who live in the area`.
    pub base: String,
    /// What lies upwards: `crimes per 1,000 people`.
    pub rate: String,
    /// How bases lie along their axis.
    pub spacing: Spacing,
    /// The line that the limits surround, if there is one.
    pub centre: Option<CentreLine>,
    /// The pairs of limits, in the order in which the key names them.
    pub limits: Vec<Limits>,
    /// The points. Where two lie on each other, the later is drawn over the earlier, and what is named over what is not.
    pub points: Vec<FunnelPoint>,
}

/// How values lie along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// From 0, in equal steps.
    Linear,
    /// Each doubling takes the same room.
    Logarithmic,
}

/// A line of one value through a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CentreLine {
    /// What it is, with its value if the reader needs it: `all forces: 88.4`.
    pub name: String,
    /// Its value in hundredths of the unit.
    pub hundredths: i64,
}

/// A pair of limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Which: `99.8% limits, widened for over-dispersion`.
    pub name: String,
    /// How they are drawn.
    pub drawn: DrawnAs,
    /// Whether points are judged by them, and as which; none if they are only shown for comparison.
    pub reach: Option<Reach>,
    /// Corners of the lower limit from the smallest base to the largest: base, and hundredths of the unit.
    pub lower: Vec<(u64, i64)>,
    /// Corners of the upper limit.
    pub upper: Vec<(u64, i64)>,
}

/// How a pair of limits is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawnAs {
    /// Two lines.
    Solid,
    /// Two lines of dashes.
    Dashed,
    /// The area between them, between two dotted lines.
    Band,
}

/// Which of the limits that points are judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those that are crossed first.
    Inner,
    /// Those that are crossed last.
    Outer,
}

/// An area in a funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunnelPoint {
    /// Its name.
    pub label: String,
    /// The figure it draws.
    pub figure: FigureId,
    /// Its base; none if it is not known, and then nothing is drawn.
    pub base: Option<u64>,
    /// Its rate in hundredths of the unit; none if the figure has no value to draw.
    pub hundredths: Option<i64>,
    /// The figure as printed.
    pub printed: String,
    /// Whom it stands for.
    pub standing: Standing,
    /// Where it lies against the limits. The picture does not work that out: exact tails need not agree with drawn curves.
    pub position: Position,
}

/// What a point or a row is to the one that the paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is the one.
    Focus,
    /// It is one of its peers.
    Peer,
    /// Neither.
    Other,
}

/// Where a point lies against the limits it is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// It was not judged.
    NotJudged,
    /// Within all limits.
    Inside,
    /// Above the upper one of these limits.
    Above(Reach),
    /// Below the lower one of these limits.
    Below(Reach),
}
