//! Asset cards, and what was charged off for each.

use domain::asset::{AssetKind, Life, Worth};
use domain::id::{AccountId, AssetId, CooperativeId, DraftId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::{Money, Month, Quantity};
use jiff::civil::Date;
use rusqlite::{Row, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// An asset card as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetRecord {
    /// Its row.
    pub id: AssetId,
    /// What it says.
    pub card: NewAsset,
    /// The codes of its three accounts: where its cost stands, where what was charged off is
    /// gathered, what that is a cost of.
    pub accounts: [String; 3],
    /// Why it is gone; the day stands with its worth.
    pub gone_for: Option<String>,
    /// The voucher by which it left and which stands.
    pub gone_by: Option<VoucherNumber>,
    /// The draft of that.
    pub gone_draft: Option<DraftId>,
    /// All that was charged off with vouchers of this book that stand.
    pub charged: Money,
    /// All that was put out in the months that were charged.
    pub units: Quantity,
    /// The last month that was charged.
    pub charged_through: Option<Month>,
}

impl AssetRecord {
    /// All that is charged off so far.
    #[must_use]
    pub fn gathered(&self) -> Money {
        self.card.worth.before + self.charged
    }
}

/// What an asset card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAsset {
    /// Its code, one for each cooperative.
    pub code: String,
    /// What it is.
    pub name: String,
    /// Its kind.
    pub kind: AssetKind,
    /// Where its cost stands.
    pub account: AccountId,
    /// Where what was charged off is gathered.
    pub gathered: AccountId,
    /// What it is a cost of.
    pub charged: AccountId,
    /// The project or batch that the charge names.
    pub project: Option<String>,
    /// What it cost and how it is charged off.
    pub worth: Worth,
    /// Kept at 1 元 for want of evidence (名义金额).
    pub nominal: bool,
    /// From a poverty-relief project (扶贫项目资产).
    pub relief: bool,
    /// What else there is to say.
    pub note: Option<String>,
}

/// A charge of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeRecord {
    /// The month.
    pub month: Month,
    /// How much.
    pub amount: Money,
    /// What was put out.
    pub units: Option<Quantity>,
    /// Its voucher.
    pub voucher: Option<VoucherNumber>,
    /// Whether that was taken back.
    pub taken_back: bool,
}

/// A charge about to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCharge {
    /// The card.
    pub asset: AssetId,
    /// How much.
    pub amount: Money,
    /// What was put out.
    pub units: Option<Quantity>,
}

impl Reading<'_> {
    /// The asset cards of a cooperative, by code.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn assets(&self, cooperative: CooperativeId) -> Result<Vec<AssetRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let cards = statement.query_and_then(values, record)?;
        cards.collect()
    }

    /// Whether a card has or had this code; that of a voided one is not given again.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn asset_code_used(
        &self,
        cooperative: CooperativeId,
        code: &str,
    ) -> Result<bool, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("code_used.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number(), ":code": code };
        Ok(statement.query_row(values, |row| row.get("used"))?)
    }

    /// What was charged off for a card, by month.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn charges(&self, asset: AssetId) -> Result<Vec<ChargeRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("charges.sql"))?;
        let values = named_params! { ":asset_id": asset.number() };
        let charges = statement.query_and_then(values, |row| {
            Ok(ChargeRecord {
                month: row::month(row, "month")?,
                amount: row::money(row, "amount_fen")?,
                units: row::quantity_or_none(row, "units_millionths")?,
                voucher: row::voucher_or_none(row)?,
                taken_back: row.get("taken_back")?,
            })
        })?;
        charges.collect()
    }
}

impl Reading<'_> {
    /// Codes and names of the cards that a voucher charges.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn assets_charged_by(
        &self,
        voucher: VoucherId,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("of_voucher.sql"))?;
        let cards = statement
            .query_map([voucher.number()], |row| Ok((row.get("code")?, row.get("name")?)))?;
        Ok(cards.collect::<Result<_, _>>()?)
    }
}

fn record(row: &Row<'_>) -> Result<AssetRecord, StoreError> {
    let months: Option<u32> = row.get("life_months")?;
    let units = row::quantity_or_none(row, "life_millionths")?;
    let life = match (months, units) {
        (Some(months), None) => Life::Months(months),
        (None, Some(whole)) => Life::Units { whole, unit: row.get("unit")? },
        _ => return Err(row::bad("life_months", "NULL")),
    };
    let account =
        |column| -> Result<AccountId, StoreError> { Ok(AccountId::new(row.get(column)?)) };
    Ok(AssetRecord {
        id: AssetId::new(row.get("id")?),
        card: NewAsset {
            code: row.get("code")?,
            name: row.get("name")?,
            kind: row::word(row, "kind", AssetKind::of_word)?,
            account: account("account_id")?,
            gathered: account("gathered_id")?,
            charged: account("charged_id")?,
            project: row.get("project")?,
            worth: Worth {
                in_use_on: row::day(row, "in_use_on")?,
                cost: row::money(row, "cost_fen")?,
                salvage: row::money(row, "salvage_fen")?,
                before: row::money(row, "before_fen")?,
                before_through: row::month(row, "before_month")?,
                life,
                gone_on: row::day_or_none(row, "gone_on")?,
            },
            nominal: row.get("nominal")?,
            relief: row.get("relief")?,
            note: row.get("note")?,
        },
        accounts: [row.get("account")?, row.get("gathered")?, row.get("charged")?],
        gone_for: row.get("gone_for")?,
        gone_by: row::voucher_or_none(row)?,
        gone_draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
        charged: row::money(row, "charged_fen")?,
        units: row::quantity(row, "units_millionths")?,
        charged_through: match row.get::<_, Option<i64>>("charged_through")? {
            None => None,
            Some(_) => Some(row::month(row, "charged_through")?),
        },
    })
}

impl Work<'_> {
    /// Adds an asset card.
    ///
    /// # Errors
    /// The code is taken, an account does not fit the kind, or the book cannot be written.
    pub fn add_asset(
        &self,
        cooperative: CooperativeId,
        new: &NewAsset,
    ) -> Result<AssetId, StoreError> {
        let (months, units, unit) = match &new.worth.life {
            Life::Months(months) => (Some(*months), None, None),
            Life::Units { whole, unit } => (None, Some(row::quantity_number(*whole)?), Some(unit)),
        };
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":code": new.code,
            ":name": new.name,
            ":kind": new.kind.word(),
            ":account_id": new.account.number(),
            ":gathered_id": new.gathered.number(),
            ":charged_id": new.charged.number(),
            ":project": new.project,
            ":in_use_on": row::day_number(new.worth.in_use_on),
            ":cost_fen": new.worth.cost.fen(),
            ":salvage_fen": new.worth.salvage.fen(),
            ":before_fen": new.worth.before.fen(),
            ":before_month": new.worth.before_through.number(),
            ":life_months": months,
            ":life_millionths": units,
            ":unit": unit,
            ":nominal": new.nominal,
            ":relief": new.relief,
            ":note": new.note,
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Asset, id)?;
        Ok(AssetId::new(id))
    }

    /// An asset is gone: sold, scrapped, lost.
    ///
    /// # Errors
    /// It is gone already or not charged through that month, or the book cannot be written.
    pub fn asset_is_gone(&self, asset: AssetId, on: Date, why: &str) -> Result<(), StoreError> {
        self.asset_left(asset, Some((on, why)))
    }

    /// An asset that was said to be gone is there again.
    ///
    /// # Errors
    /// It is there, the voucher by which it left or its draft stands, or the book cannot be
    /// written.
    pub fn asset_is_there(&self, asset: AssetId) -> Result<(), StoreError> {
        self.asset_left(asset, None)
    }

    fn asset_left(&self, asset: AssetId, gone: Option<(Date, &str)>) -> Result<(), StoreError> {
        self.changes(FinalKind::Asset, asset.number(), || {
            let mut statement = self.db.prepare_cached(include_str!("gone.sql"))?;
            self.kept(statement.execute(named_params! {
                ":id": asset.number(),
                ":gone_on": gone.map(|(on, _)| row::day_number(on)),
                ":gone_for": gone.map(|(_, why)| why),
            }))?;
            Ok(())
        })
    }

    /// Notes what is charged off in a month, before the voucher of it.
    pub(crate) fn add_charges(
        &self,
        voucher: VoucherId,
        month: Month,
        charges: &[NewCharge],
    ) -> Result<Vec<i64>, StoreError> {
        let mut ids = Vec::with_capacity(charges.len());
        for charge in charges {
            ids.push(self.add_charge(month, charge, Some(voucher))?);
        }
        Ok(ids)
    }

    /// Notes what was put out in a month for which nothing is charged.
    ///
    /// # Errors
    /// The month was charged, or the book cannot be written.
    pub fn add_empty_charge(&self, month: Month, charge: &NewCharge) -> Result<(), StoreError> {
        let id = self.add_charge(month, charge, None)?;
        self.is_final(FinalKind::AssetCharge, id)
    }

    fn add_charge(
        &self,
        month: Month,
        charge: &NewCharge,
        voucher: Option<VoucherId>,
    ) -> Result<i64, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_charge.sql"))?;
        self.kept(statement.execute(named_params! {
            ":asset_id": charge.asset.number(),
            ":month": month.number(),
            ":amount_fen": charge.amount.fen(),
            ":units_millionths": charge.units.map(row::quantity_number).transpose()?,
            ":voucher_id": voucher.map(VoucherId::number),
        }))?;
        Ok(self.db.last_insert_rowid())
    }
}
