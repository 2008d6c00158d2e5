//! What is written is what is read.

use domain::account::{Account, AccountSide};
use domain::appropriation::{Appropriation, Take};
use domain::cooperative::Cooperative;
use domain::distribution::{CapitalWeighting, MemberFacts, Scheme};
use domain::id::{AccountId, CooperativeId, MemberId};
use domain::member::{Member, MemberKind};
use domain::share::Contribution;
use domain::statement::AccountTurnover;
use domain::target::{Awards, GrowthAward, PayCut, Policy, Prize, Ranking};
use domain::village::{IncomeKind, Village, VillageIncome};
use domain::voucher::{Entry, Line, PostedVoucher, Voucher};
use domain::yields::{Delivery, Yield};
use domain::{FiscalYear, Money, Month, Quantity, Rate, Term};
use jiff::civil::date;
use store::{
    ApprovedMember, ApprovedResult, ContributionRecord, DistributionState, IncomeRecord, NewBatch,
    NewVoucher, PolicyRecord, Resolution, Store, StoreError,
};

fn yuan(text: &str) -> Money {
    Money::read(text).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::read(text).unwrap()
}

fn year(number: i64) -> FiscalYear {
    FiscalYear::new(number).unwrap()
}

fn village() -> Village {
    Village {
        code: "V01".to_owned(),
        name: "甲子村".to_owned(),
        township: "东河镇".to_owned(),
        performance_pay: yuan("18800.00"),
        joint: true,
    }
}

fn cooperative() -> Cooperative {
    Cooperative {
        code: "C01".to_owned(),
        name: "幸福鹅养殖专业合作社".to_owned(),
        credit_code: Some("93000000000000000A".to_owned()),
        alliance: Some("东河畜禽联盟基地".to_owned()),
        line: Some("养鹅".to_owned()),
        starts: Month::read("2025-01").unwrap(),
    }
}

/// A member with a character from beyond the basic plane in its name.
fn member() -> Member {
    Member {
        code: "H004".to_owned(),
        name: "村民𠮷".to_owned(),
        kind: MemberKind::Household,
        village: Some("V01".to_owned()),
        joined_on: Some(date(2025, 1, 2)),
        id_number: Some("11010519491231002X".to_owned()),
        bank_account: Some("000123".to_owned()),
    }
}

/// A book with one village, cooperative and member.
fn begun() -> (Store, CooperativeId, MemberId) {
    let mut store = Store::in_memory().unwrap();
    let work = store.begin().unwrap();
    let village_id = work.add_village(&village(), None).unwrap();
    let cooperative_id = work.add_cooperative(&cooperative(), None).unwrap();
    let member_id = work.add_member(cooperative_id, &member(), Some(village_id), None).unwrap();
    work.commit().unwrap();
    (store, cooperative_id, member_id)
}

#[test]
fn registers_come_back_as_they_were_entered() {
    let (mut store, cooperative_id, member_id) = begun();
    let reading = store.read().unwrap();
    assert_eq!(reading.villages().unwrap()[0].what, village());
    assert_eq!(reading.cooperatives().unwrap()[0].what, cooperative());
    let members = reading.members(cooperative_id).unwrap();
    assert_eq!((members[0].id, &members[0].what), (member_id, &member()));
    assert_eq!(reading.village_memberships().unwrap(), [], "a household is no village");
    let counts = reading.counts().unwrap();
    let numbers = (counts.townships, counts.villages, counts.cooperatives, counts.members);
    assert_eq!(numbers, (1, 1, 1, 1));
}

#[test]
fn contributions_yields_and_deliveries_come_back() {
    let (mut store, cooperative, member) = begun();
    let contribution = |month, amount| ContributionRecord {
        member,
        contribution: Contribution { made_on: date(2025, month, 1), amount: yuan(amount) },
        form: Some("货币".to_owned()),
        share_class: None,
    };
    let (later, earlier) = (contribution(5, "-30.00"), contribution(2, "100.00"));
    let egg = |quantity: &str| Yield {
        on: date(2025, 3, 31),
        product: "鹅蛋".to_owned(),
        quantity: Quantity::read(quantity).unwrap(),
        unit: "斤".to_owned(),
        batch: Some("2025-03".to_owned()),
        note: None,
    };
    let delivery = |day, quantity: &str, amount| Delivery {
        on: date(2025, 12, day),
        product: "羊".to_owned(),
        quantity: Quantity::read(quantity).unwrap(),
        unit: "只".to_owned(),
        amount: yuan(amount),
    };
    let work = store.begin().unwrap();
    work.add_contribution(&earlier, None).unwrap();
    work.add_contribution(&later, None).unwrap();
    work.add_yield(cooperative, &egg("12600.5"), None).unwrap();
    work.add_yield(cooperative, &egg("0.000001"), None).unwrap();
    work.add_delivery(member, &delivery(31, "3", "2400.00"), None).unwrap();
    work.add_delivery(member, &delivery(1, "2", "1600.50"), None).unwrap();
    work.commit().unwrap();

    let reading = store.read().unwrap();
    assert_eq!(reading.contributions(cooperative).unwrap(), [earlier, later]);
    let produced = reading.produced(cooperative, year(2025)).unwrap();
    assert_eq!((produced[0].quantity.to_string(), produced[0].records), ("12600.500001".into(), 2));
    let delivered = reading.delivered_by_member(cooperative, year(2025)).unwrap();
    assert_eq!((delivered[0].member, delivered[0].amount), (member, yuan("4000.50")));
    assert_eq!(reading.delivered_by_member(cooperative, year(2026)).unwrap(), []);
    let by_product = reading.delivered_by_product(cooperative, year(2025)).unwrap();
    assert_eq!((by_product[0].quantity.to_string(), by_product[0].records), ("5".into(), 2));
    assert_eq!(reading.delivered_of_member(member).unwrap(), by_product);
}

#[test]
fn a_quantity_that_no_column_holds_is_refused_and_not_cut() {
    let (mut store, cooperative, _) = begun();
    let produced = Yield {
        on: date(2025, 1, 1),
        product: "鹅蛋".to_owned(),
        quantity: Quantity::read("999999999999999").unwrap(),
        unit: "斤".to_owned(),
        batch: None,
        note: None,
    };
    let refused = store.begin().unwrap().add_yield(cooperative, &produced, None).unwrap_err();
    assert!(matches!(refused, StoreError::BadValue { column: "quantity_millionths", .. }));
}

#[test]
fn an_import_is_known_by_what_was_in_the_file() {
    let (mut store, ..) = begun();
    let hash = "0f".repeat(32);
    let batch = |cooperative| NewBatch {
        kind: "yields",
        file_name: "产量.csv",
        file_hash: &hash,
        cooperative,
        rows: 3,
    };
    let work = store.begin().unwrap();
    let first = work.add_batch(&batch(Some("C1"))).unwrap();
    assert_eq!(work.batch_of_file(&batch(Some("C1"))).unwrap(), Some(first));
    assert_eq!(work.batch_of_file(&batch(None)).unwrap(), Some(first), "the same rows again");
    assert_eq!(work.batch_of_file(&batch(Some("C2"))).unwrap(), None);
    let another = NewBatch { kind: "deliveries", ..batch(None) };
    assert_eq!(work.batch_of_file(&another).unwrap(), None);
}

fn account(code: &str, name: &str, parent: Option<&str>) -> Account {
    Account {
        code: code.to_owned(),
        name: name.to_owned(),
        parent: parent.map(str::to_owned),
        side: AccountSide::Both,
        detail: None,
        active: true,
    }
}

fn post(
    store: &mut Store,
    cooperative: CooperativeId,
    voucher: &Voucher,
    ids: &[AccountId],
) -> u32 {
    let places: Vec<_> = ids.iter().map(|&account| (account, None)).collect();
    let work = store.begin().unwrap();
    let (_, number) = work.post_voucher(cooperative, &NewVoucher::plain(voucher, &places)).unwrap();
    work.commit().unwrap();
    number
}

fn sale(on: jiff::civil::Date, amount: &str) -> Voucher {
    let line = |account: &str, entry| Line {
        summary: None,
        account: account.to_owned(),
        entry,
        member: None,
        counterparty: Some("某食品厂".to_owned()),
        project: None,
        quantity: Some(Quantity::read("100").unwrap()),
        price: Some(Quantity::read("12.3456").unwrap()),
    };
    let lines =
        vec![line("102", Entry::Debit(yuan(amount))), line("501-01", Entry::Credit(yuan(amount)))];
    Voucher::new(on, Voucher::WORD.to_owned(), "卖蛋".to_owned(), lines).unwrap()
}

#[test]
fn vouchers_are_numbered_by_month_and_turn_into_balances() {
    let (mut store, cooperative, _) = begun();
    let work = store.begin().unwrap();
    let bank =
        work.add_account(cooperative, &account("102", "银行存款", None), None, None).unwrap();
    let income =
        work.add_account(cooperative, &account("501", "经营收入", None), None, None).unwrap();
    let eggs = account("501-01", "鹅蛋", Some("501"));
    let eggs_id = work.add_account(cooperative, &eggs, Some(income), None).unwrap();
    work.commit().unwrap();
    let ids = [bank, eggs_id];
    let days = [date(2025, 1, 31), date(2025, 1, 5), date(2025, 2, 1), date(2026, 1, 1)];
    let sales = days.map(|day| sale(day, "100.10"));
    let numbers = sales.map(|sale| post(&mut store, cooperative, &sale, &ids));
    assert_eq!(numbers, [1, 2, 1, 1]);

    let reading = store.read().unwrap();
    let chart = reading.chart(cooperative).unwrap();
    assert_eq!(chart[2].what, eggs);
    let shown = |first, last| -> Vec<String> {
        let turnovers = reading.turnovers(cooperative, Term { first, last }).unwrap().into_iter();
        turnovers
            .map(|t| format!("{} {} {} {} {}", t.code, t.name, t.opening, t.debit, t.credit))
            .collect()
    };
    let of_2025 = shown(date(2025, 1, 1), date(2025, 12, 31));
    assert_eq!(of_2025, ["102 银行存款 0.00 300.30 0.00", "501-01 鹅蛋 0.00 0.00 300.30"]);
    let of_2026 = shown(date(2026, 1, 1), date(2026, 12, 31));
    assert_eq!(of_2026, ["102 银行存款 300.30 100.10 0.00", "501-01 鹅蛋 -300.30 0.00 100.10"]);
    let february = shown(date(2025, 2, 1), date(2025, 2, 28));
    assert_eq!(february, ["102 银行存款 0.00 100.10 0.00", "501-01 鹅蛋 0.00 0.00 100.10"]);
    assert_eq!(reading.years().unwrap(), [2025, 2026]);
    assert_eq!(reading.counts().unwrap().last_voucher, Some(date(2026, 1, 1)));
}

#[test]
fn posted_vouchers_are_read_as_they_were_written_in_the_order_of_days_and_numbers() {
    let (mut store, cooperative, _) = begun();
    let work = store.begin().unwrap();
    let bank =
        work.add_account(cooperative, &account("102", "银行存款", None), None, None).unwrap();
    let income =
        work.add_account(cooperative, &account("501", "经营收入", None), None, None).unwrap();
    let eggs = account("501-01", "鹅蛋", Some("501"));
    let ids = [bank, work.add_account(cooperative, &eggs, Some(income), None).unwrap()];
    work.commit().unwrap();
    let days = [date(2025, 1, 31), date(2025, 1, 5), date(2025, 1, 31)];
    let sales = days.map(|day| sale(day, "-100.10"));
    for sale in &sales {
        post(&mut store, cooperative, sale, &ids);
    }
    let [first, second, third] = sales;
    let expected = [(2, second), (1, first), (3, third)];
    let expected = expected.map(|(number, voucher)| PostedVoucher { number, voucher });
    assert_eq!(store.read().unwrap().vouchers(cooperative).unwrap(), expected);
}

#[test]
fn a_closing_voucher_is_left_out_of_the_surplus_only() {
    let (mut store, cooperative, _) = begun();
    let work = store.begin().unwrap();
    let bank =
        work.add_account(cooperative, &account("102", "银行存款", None), None, None).unwrap();
    let eggs = work.add_account(cooperative, &account("501-01", "鹅蛋", None), None, None).unwrap();
    let result = account("331", "本年盈余", None);
    let result = work.add_account(cooperative, &result, None, None).unwrap();
    work.commit().unwrap();
    post(&mut store, cooperative, &sale(date(2025, 12, 30), "100.00"), &[bank, eggs]);
    let amount = yuan("7.00");
    let line = |account: &str, entry| Line {
        account: account.to_owned(),
        entry,
        ..sale(date(2025, 12, 31), "7.00").lines()[0].clone()
    };
    let lines = vec![line("501-01", Entry::Debit(amount)), line("331", Entry::Credit(amount))];
    let closing = Voucher::new(date(2025, 12, 31), "记".to_owned(), "结转".to_owned(), lines);
    post(&mut store, cooperative, &closing.unwrap(), &[eggs, result]);

    let reading = store.read().unwrap();
    let term = year(2025).term();
    let income = |turnovers: Vec<AccountTurnover>| {
        let of_eggs = turnovers.into_iter().find(|turnover| turnover.code == "501-01").unwrap();
        (of_eggs.debit, of_eggs.credit)
    };
    let all = income(reading.turnovers(cooperative, term).unwrap());
    assert_eq!(all, (yuan("7.00"), yuan("100.00")));
    let before = income(reading.turnovers_before_closing(cooperative, year(2025)).unwrap());
    assert_eq!(before, (Money::ZERO, yuan("100.00")));
}

#[test]
fn incomes_and_policies_come_back() {
    let (mut store, ..) = begun();
    let village = store.read().unwrap().villages().unwrap()[0].id;
    let income = IncomeRecord {
        village,
        year: 2025,
        income: VillageIncome {
            kind: IncomeKind::Lease,
            amount: yuan("21000.00"),
            evidence: Some("发包合同〔2023〕001号".to_owned()),
        },
    };
    let prize = |places, amount| Prize { places, amount: yuan(amount), team_share: rate("0.2") };
    let policy = |from_year, target| PolicyRecord {
        from_year,
        kinds: vec![IncomeKind::Lease, IncomeKind::Project],
        policy: Policy {
            target: yuan(target),
            pay_cuts: vec![
                PayCut { completion_below: rate("1"), cut: rate("0.1") },
                PayCut { completion_below: rate("0.5"), cut: rate("0.500001") },
            ],
            township_share: rate("0.95"),
            awards: Awards {
                model_industry: prize(10, "100000.00"),
                benchmark: GrowthAward { prize: prize(9, "1.00"), ranking: Ranking::Amount },
                late_riser: GrowthAward { prize: prize(0, "0.00"), ranking: Ranking::Rate },
                weak_below: yuan("50000.00"),
            },
        },
    };
    let work = store.begin().unwrap();
    work.add_income(&income, None).unwrap();
    work.add_policy(&policy(2023, "80000.00")).unwrap();
    work.add_policy(&policy(2025, "100000.00")).unwrap();
    work.commit().unwrap();
    let reading = store.read().unwrap();
    assert_eq!(reading.incomes(year(2024), year(2025)).unwrap(), [income]);
    assert_eq!(reading.incomes(year(2026), year(2027)).unwrap(), []);
    let in_force = |number| reading.policy(year(number)).unwrap();
    assert_eq!(in_force(2022), None);
    assert_eq!(in_force(2023), Some(policy(2023, "80000.00")));
    assert_eq!(in_force(2024), Some(policy(2023, "80000.00")), "until the next one begins");
    assert_eq!(in_force(2030), Some(policy(2025, "100000.00")));
}

fn scheme() -> Scheme {
    Scheme {
        appropriations: vec![
            Appropriation { fund: "盈余公积".to_owned(), take: Take::Rate(rate("0.1")) },
            Appropriation { fund: "风险金".to_owned(), take: Take::Amount(yuan("0.01")) },
            Appropriation { fund: "盈余公积".to_owned(), take: Take::Rate(rate("0.05")) },
        ],
        retained: yuan("12.34"),
        patronage_share: rate("0.654321"),
        guaranteed_rate: Some(rate("0.06")),
        capital_weighting: CapitalWeighting::DaysHeld,
    }
}

#[test]
fn a_draft_comes_back_and_the_last_one_saved_counts() {
    let (mut store, cooperative, _) = begun();
    let work = store.begin().unwrap();
    let first = work.save_draft(cooperative, year(2025), &scheme()).unwrap();
    assert_eq!(work.distribution(cooperative, year(2025)).unwrap().unwrap().scheme, scheme());
    let second = work.save_draft(cooperative, year(2025), &Scheme::default()).unwrap();
    work.save_draft(cooperative, year(2024), &scheme()).unwrap();
    work.commit().unwrap();
    assert_eq!(first, second, "one distribution a year");
    let reading = store.read().unwrap();
    let saved = reading.distribution(cooperative, year(2025)).unwrap().unwrap();
    assert_eq!((saved.scheme, saved.state), (Scheme::default(), DistributionState::Draft));
    assert_eq!(reading.distribution(cooperative, year(2023)).unwrap(), None);
    assert_eq!(reading.distribution_years(cooperative).unwrap(), [2025, 2024]);
}

#[test]
fn what_was_approved_comes_back_with_its_facts() {
    let (mut store, cooperative, member) = begun();
    let village = store.read().unwrap().villages().unwrap()[0].id;
    let on = |month, amount| Contribution { made_on: date(2025, month, 1), amount: yuan(amount) };
    let approved = ApprovedMember {
        member,
        code: "H004".to_owned(),
        name: "改名之前".to_owned(),
        village: Some(village),
        facts: MemberFacts {
            kind: MemberKind::VillageCollective,
            contributions: vec![on(5, "100.00"), on(3, "50.00")],
            reserve: yuan("1.00"),
            subsidy: yuan("2.00"),
            donation: yuan("3.00"),
            patronage: Quantity::of_money(yuan("70.05")),
        },
        patronage_refund: yuan("5.40"),
        guaranteed: yuan("0.60"),
        residual_dividend: yuan("3.00"),
    };
    let result = ApprovedResult {
        surplus: yuan("11.00"),
        opening_deficit: yuan("1.00"),
        opening_undistributed: yuan("0.00"),
        losses_made_up: yuan("1.00"),
        deficit_carried: yuan("0.00"),
        appropriated: yuan("0.50"),
        distributable: yuan("9.50"),
        retained: yuan("0.50"),
        patronage_pool: yuan("5.40"),
        residual_pool: yuan("3.60"),
        reserve_not_quantified: yuan("7.00"),
    };
    let resolution =
        Resolution { number: "鹅社〔2026〕1号".to_owned(), on: date(2026, 1, 18) };
    let work = store.begin().unwrap();
    let id = work.save_draft(cooperative, year(2025), &scheme()).unwrap();
    work.freeze(id, &result, std::slice::from_ref(&approved)).unwrap();
    work.approve(id, &resolution).unwrap();
    work.commit().unwrap();

    let reading = store.read().unwrap();
    let saved = reading.distribution(cooperative, year(2025)).unwrap().unwrap();
    assert_eq!(saved.state, DistributionState::Approved(resolution));
    assert_eq!(saved.scheme, scheme());
    assert_eq!(reading.approved_result(id).unwrap(), result);
    assert_eq!(reading.approved_members(id).unwrap(), [approved]);
    let dividends = reading.village_dividends(year(2025), year(2025)).unwrap();
    assert_eq!((dividends[0].village, dividends[0].amount), (village, yuan("9.00")));
}

#[test]
fn work_that_is_not_committed_never_was() {
    let (mut store, cooperative, _) = begun();
    let work = store.begin().unwrap();
    work.save_draft(cooperative, year(2025), &scheme()).unwrap();
    drop(work);
    assert_eq!(store.read().unwrap().distribution_years(cooperative).unwrap(), [0_i16; 0]);
}
