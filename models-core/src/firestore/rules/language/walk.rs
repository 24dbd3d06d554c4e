//! What an expression contains.

use std::collections::BTreeSet;

use super::RulesExpr;

impl RulesExpr<'_> {
    /// The expressions in it, one level down.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Self> {
        let (first, rest): (Option<&Self>, &[Self]) = match self {
            Self::Bool(_)
            | Self::Null
            | Self::Int(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::NoBytes
            | Self::NoMap
            | Self::Name(_)
            | Self::Raw(_) => (None, &[]),
            Self::Member(base, _) | Self::Is(base, _) | Self::Not(base) => (Some(base), &[]),
            Self::Method(base, _, arguments) => (Some(base), arguments),
            Self::Index(parts) | Self::Binary(_, parts) => (None, &**parts),
            Self::If(parts) => (None, &**parts),
            Self::List(parts)
            | Self::Call(_, parts)
            | Self::CallFunction(_, parts)
            | Self::And(parts)
            | Self::Or(parts)
            | Self::Path(parts) => (None, parts),
        };
        first.into_iter().chain(rest)
    }

    /// Adds the names of the functions that it calls, and that they call.
    pub(crate) fn add_calls<'e>(&'e self, names: &mut Vec<&'e str>) {
        if let Self::CallFunction(function, _) = self
            && !names.contains(&&*function.name)
        {
            names.push(&function.name);
            function.body.add_calls(names);
        }
        self.parts().for_each(|part| part.add_calls(names));
    }

    /// Whether it reads another document.
    pub(super) fn has_reads(&self) -> bool {
        match self {
            Self::Path(_) => true,
            Self::CallFunction(function, _) if function.has_reads => true,
            _ => self.parts().any(Self::has_reads),
        }
    }

    /// Adds the documents that it reads, each by its path and by what the
    /// parameters in it stand for: what is read twice counts once.
    pub(crate) fn add_reads(&self, reads: &mut BTreeSet<String>) {
        if self.has_reads() {
            self.add_reads_of("", reads);
        }
    }

    fn add_reads_of(&self, arguments: &str, reads: &mut BTreeSet<String>) {
        match self {
            Self::CallFunction(function, given) if function.has_reads => {
                let given: Vec<String> = given.iter().map(ToString::to_string).collect();
                function.body.add_reads_of(&given.join(", "), reads);
            }
            Self::CallFunction(..) => {}
            Self::Path(_) => {
                let of = if self.has_a_parameter() { arguments } else { "" };
                reads.insert(format!("{self} {of}"));
            }
            other => other.parts().for_each(|part| part.add_reads_of(arguments, reads)),
        }
    }

    pub(crate) fn has_a_parameter(&self) -> bool {
        matches!(self, Self::Name(name) if name == "d") || self.parts().any(Self::has_a_parameter)
    }

    /// Whether a default stands in for a value that may be missing.
    pub(crate) fn has_a_default(&self) -> bool {
        matches!(self, Self::Method(_, "get", _)) || self.parts().any(Self::has_a_default)
    }
}
