//! Dutch notation: strings in, strings out.
