//! # `hnsw_parameters_are_in_range`
//!
//! `m` is 2 to 100 and `ef_construction` 4 to 1,000, at least twice `m`; what
//! is not set is 16 and 64. IVFFlat takes `lists`, 1 to 32,768. Each method
//! takes its own parameters only. (Ranges: pgvector 0.8.)
//!
//! pgvector refuses an index beyond them when the script runs. A larger `m`
//! makes searches more exact and the index larger and slower to build; most
//! never need to set either.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Located, Method, MethodKind, Model};

pub(super) const CONVENTION: Convention =
    Convention { name: "hnsw_parameters_are_in_range", check };

const M: u64 = 16;
const EF_CONSTRUCTION: u64 = 64;

fn check(model: &Model, findings: &mut Findings) {
    for method in model.indexes.iter().map(|index| &index.method) {
        let given = [
            ("m", &method.m, MethodKind::Hnsw, 2..=100),
            ("ef_construction", &method.ef_construction, MethodKind::Hnsw, 4..=1_000),
            ("lists", &method.lists, MethodKind::IvfFlat, 1..=32_768),
        ];
        let mut sound = true;
        for (name, value, owner, range) in given {
            let Some(value) = value else { continue };
            let finding = if method.kind != owner {
                Some(misplaced(name, value, method.kind, owner))
            } else if range.contains(&value.value) {
                None
            } else {
                Some(outside(name, value, *range.start(), *range.end()))
            };
            sound &= finding.is_none();
            if let Some(finding) = finding {
                findings.push(finding);
            }
        }
        if sound && let Some(finding) = too_few_candidates(method) {
            findings.push(finding);
        }
    }
}

fn misplaced(name: &str, value: &Located<u64>, kind: MethodKind, owner: MethodKind) -> Diagnostic {
    let (kind, owner) = (kind.name(), owner.name());
    Diagnostic::new(value.at, format!("`{name}` is a parameter of `{owner}` and not of `{kind}`"))
        .why("the database would refuse the index")
        .fix(format!("leave `{name}` out, or write `{owner}`"))
}

fn outside(name: &str, value: &Located<u64>, least: u64, most: u64) -> Diagnostic {
    let nearest = value.value.clamp(least, most);
    Diagnostic::new(value.at, format!("`{name}` is {least} to {most}, and not {}", value.value))
        .why("pgvector would refuse the index")
        .fix(format!("write `{name} = {nearest}`, or leave it out"))
}

/// The second rule of HNSW: `ef_construction >= 2 * m`.
fn too_few_candidates(method: &Method) -> Option<Diagnostic> {
    let at = method.ef_construction.as_ref().or(method.m.as_ref())?.at;
    let m = method.m.as_ref().map_or(M, |m| m.value);
    let candidates = method.ef_construction.as_ref().map_or(EF_CONSTRUCTION, |ef| ef.value);
    let said = |given: bool| if given { "" } else { ", by default," };
    (candidates < 2 * m).then(|| {
        Diagnostic::new(
            at,
            format!(
                "`ef_construction` ({candidates}{}) is less than twice `m` ({m}{})",
                said(method.ef_construction.is_some()).trim_end_matches(','),
                said(method.m.is_some()).trim_end_matches(','),
            ),
        )
        .why("pgvector would refuse the index")
        .fix(format!("write `ef_construction = {}`, or a smaller `m`", 2 * m))
    })
}
