//! Where a script is to run.

/// A kind of server, and the lowest version that must be able to run the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// What is already there.
    pub platform: Platform,
    /// The lowest version that must be able to run the script.
    pub version: Version,
}

impl Target {
    /// Supabase, in every version that it runs.
    pub const SUPABASE: Self = Self { platform: Platform::Supabase, version: Version::V15 };

    /// A server without Supabase, in every version that is printed for.
    pub const PLAIN: Self = Self { platform: Platform::Plain, version: Version::V15 };

    /// The same kind of server, of this version or later.
    #[must_use]
    pub const fn since(self, version: Version) -> Self {
        Self { version, ..self }
    }
}

/// What is already there when a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// The roles, the schema `auth` and the schema `extensions` of Supabase.
    Supabase,
    /// Nothing: the script makes what Supabase would have, under the same names.
    Plain,
}

/// A major version of PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 15: the oldest that is printed for, and Supabase's older projects.
    V15,
    /// 16
    V16,
    /// 17: Supabase's newer projects.
    V17,
    /// 18: the first with a function for UUIDs of version 7.
    V18,
}

impl Version {
    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::V15 => 15,
            Self::V16 => 16,
            Self::V17 => 17,
            Self::V18 => 18,
        }
    }

    /// Whether `pg_catalog.uuidv7()` is there.
    #[must_use]
    pub const fn has_uuidv7(self) -> bool {
        match self {
            Self::V15 | Self::V16 | Self::V17 => false,
            Self::V18 => true,
        }
    }
}
