//! Part of `backend-models`.
