//! Amounts in capitals.
