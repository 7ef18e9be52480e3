//! The one escaping function.
