//! Ids of rows. They are for the machine: people see codes and numbers of their own.

macro_rules! id {
    ($($(#[$meaning:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meaning])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(i64);

        impl $name {
            /// The id of this row number.
            #[must_use]
            pub const fn new(number: i64) -> Self {
                $name(number)
            }

            /// The row number.
            #[must_use]
            pub const fn number(self) -> i64 {
                self.0
            }
        }
    )*};
}

id! {
    /// A village.
    VillageId,
    /// A cooperative.
    CooperativeId,
    /// A member of one cooperative.
    MemberId,
    /// An account in one cooperative's chart.
    AccountId,
    /// A voucher.
    VoucherId,
    /// One cooperative's distribution of one year.
    DistributionId,
    /// One import.
    BatchId,
    /// Somebody who works on the book.
    OperatorId,
    /// A voucher that is not posted yet.
    DraftId,
    /// A file that proves a voucher.
    AttachmentId,
    /// A voucher to be filled again and again.
    TemplateId,
    /// An asset card.
    AssetId,
    /// A voucher that comes again every so many months.
    RecurringId,
    /// A batch of birds.
    FlockId,
    /// Something that happened to a batch of birds.
    FlockMoveId,
    /// A statement of the bank.
    StatementId,
    /// A count of cash.
    CashCountId,
    /// Something by which capital moved.
    ShareMoveId,
}
