//! A cursor over the tree that collects every fault.
