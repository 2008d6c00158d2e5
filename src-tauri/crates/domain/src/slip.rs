//! What a printed slip says.
