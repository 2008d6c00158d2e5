//! The cells of a row, in one text: a file of a hundred thousand vouchers has millions of them.

/// The cells of a row, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
}

impl Cells {
    /// Room for so many cells with so many bytes in all of them.
    pub fn with_room(cells: usize, bytes: usize) -> Self {
        Cells { text: String::with_capacity(bytes), ends: Vec::with_capacity(cells) }
    }

    /// What stands at a place; nothing behind the last cell.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or_default()..end)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// Whether nothing stands in any of them.
    pub fn are_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds one at the end.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut made = Cells::default();
        for cell in cells {
            made.push(cell.as_ref());
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_cell_stands_where_it_was_put(cells in prop::collection::vec("[a鹅]{0,3}", 0..9)) {
            let made: Cells = cells.iter().collect();
            prop_assert_eq!(made.len(), cells.len());
            prop_assert_eq!(made.iter().collect::<Vec<_>>(), cells.clone());
            prop_assert_eq!(made.are_empty(), cells.iter().all(String::is_empty));
            prop_assert_eq!(made.get(cells.len()), None);
        }
    }
}
