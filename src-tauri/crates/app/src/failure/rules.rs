//! What the rules of the database themselves say. The use cases ask before, so these sentences are
//! seen only where two programs change one book.

/// What the rules of the database themselves say, by their codes.
pub(super) const RULES: &[(&str, &str, &str)] = &[
    ("contribution.below_zero", "成员的出资会低于零", "a member's capital would be below zero"),
    (
        "account.parent_in_use",
        "上级科目已有分录，不能再加明细",
        "the account above has lines of its own already",
    ),
    (
        "account.foreign_code",
        "明细科目的编码要以上级编码开头",
        "a sub-account's code begins with its parent's",
    ),
    ("voucher.posted_is_final", "已记账的凭证不能改", "a posted voucher never changes"),
    ("voucher.before_books", "凭证早于建账月份", "the voucher lies before the books begin"),
    ("voucher.closed_month", "这个月已经结账", "the month is closed"),
    (
        "voucher.not_reviewed",
        "凭证要由制单人以外的人审核后才能记账",
        "the voucher must be reviewed by somebody else before it is posted",
    ),
    ("voucher.account_is_off", "科目已停用", "the account is switched off"),
    (
        "voucher.reverses_opening",
        "期初余额不能冲销，用调整凭证改",
        "opening balances are not reversed; adjust them by a voucher",
    ),
    (
        "opening.after_close",
        "已有月份结账，不能再录期初余额",
        "a month is closed already; opening balances come before",
    ),
    (
        "opening.result_account",
        "期初余额不能有损益类科目，结转到 331 本年盈余",
        "opening balances have no income or cost; carry them to 331",
    ),
    (
        "draft.reviewed",
        "已审核的凭证不能改，先取消审核",
        "a reviewed voucher is not changed; take the review back first",
    ),
    ("draft.own_review", "制单人不能审核自己的凭证", "nobody reviews a voucher of their own"),
    ("draft.reviewed_before", "草稿不能一开始就已审核", "a draft does not begin reviewed"),
    ("draft.stays", "草稿的合作社和所冲销的凭证不能改", "what a draft is for does not change"),
    (
        "draft.foreign_voucher",
        "只能冲销或更正本合作社已记账的凭证",
        "only a posted voucher of the same cooperative is reversed or corrected",
    ),
    (
        "voucher.corrects_standing",
        "要更正的凭证还没有冲销",
        "the voucher that it corrects is not taken back yet",
    ),
    ("source.used", "这笔业务已经生成过凭证", "a voucher was made of this already"),
    ("source.foreign", "这笔业务是另一家合作社的", "this belongs to another cooperative"),
    ("import.taken_before", "这个文件已经导入过", "the file was imported before"),
    ("undo.closed_month", "这批凭证里有月份已经结账", "a month of these vouchers is closed"),
    ("undo.later_number", "这批凭证之后又记了同字号的凭证", "later vouchers follow their numbers"),
    ("undo.rests", "别的记录已经用到这批数据", "other records rest on what it brought"),
    ("undo.approved", "已通过的分配以这批数据为依据", "an approved distribution rests on them"),
    ("month.before_books", "月份早于建账月份", "the month lies before the books begin"),
    ("month.unchanged", "这个月已经是这样", "the month is so already"),
    (
        "voucher.reserved_word",
        "“期初”字留给期初余额，换一个凭证字，如“记”",
        "the word 期初 is that of the opening balances; use another, such as 记",
    ),
    ("voucher.unbalanced", "凭证借贷不平", "the voucher does not balance"),
    (
        "voucher.account_has_sub_accounts",
        "科目有下级，要用明细科目",
        "the account has sub-accounts; use one of them",
    ),
    ("voucher.member_demanded", "这个科目要写明成员", "this account demands a member"),
    ("voucher.reversed_already", "这张凭证已经冲销过", "the voucher was reversed already"),
    (
        "voucher.reverses_foreign",
        "只能冲销本合作社已记账的凭证",
        "only a posted voucher of the same cooperative can be reversed",
    ),
    ("voucher.reverses_reversal", "红字冲销凭证不能再冲销", "a reversal is not reversed"),
    (
        "voucher.reverses_later",
        "冲销日期早于原凭证",
        "the reversal is dated before the voucher that it reverses",
    ),
    (
        "voucher.reversal_differs",
        "红字冲销与原凭证不一致",
        "the reversal does not take back exactly its original",
    ),
    (
        "distribution.approved_is_final",
        "已通过的分配不能改",
        "an approved distribution never changes",
    ),
    (
        "distribution.does_not_add_up",
        "各成员合计与分配池不等",
        "the members' shares do not add up to the pools",
    ),
    (
        "account.foreign_parent",
        "上级科目是另一家合作社的",
        "the account above is another cooperative's",
    ),
    ("account.stays", "科目的编码、上级和方向不能改", "code, parent and side of an account stay"),
    ("asset.beyond_worth", "计提会超过原值减残值", "more would be charged than cost less salvage"),
    ("asset.charged", "这个月或以后的月份已经计提", "that month or a later one is charged already"),
    ("asset.final", "资产卡片不能改，错的先作废", "an asset card never changes; void a wrong one"),
    ("asset.foreign_account", "科目是另一家合作社的", "the account is another cooperative's"),
    ("asset.gone", "资产已经减少，以后不再计提", "the asset is gone and charged no more"),
    (
        "asset.has_left",
        "资产减少的草稿或凭证还在，先放弃草稿或冲销凭证",
        "the draft or voucher by which the asset left stands; drop or reverse it first",
    ),
    (
        "asset.not_charged",
        "资产减少的当月还没有计提，先计提再减少",
        "the month in which the asset leaves is not charged; charge it first",
    ),
    ("asset.other_account", "科目和资产的种类对不上", "the accounts do not fit the kind of asset"),
    (
        "asset.other_amount",
        "凭证和卡片的计提数不一致",
        "voucher and cards differ in what is charged",
    ),
    (
        "asset.too_early",
        "从启用的下月起才计提",
        "it is charged from the month after it came into use",
    ),
    ("bank.final", "对账单和调节表不能改", "what the bank said never changes"),
    ("cash.final", "盘点记录不能改，重新盘点一次", "a count of cash never changes; count again"),
    ("chain.final", "日志不能改", "the log never changes"),
    ("chain.gap", "日志的次序断了", "the log would have a gap"),
    (
        "closing.foreign_distribution",
        "分配方案是另一家合作社的",
        "the distribution is another cooperative's",
    ),
    ("closing.other_step", "结账凭证和它的步骤对不上", "the closing voucher does not fit its step"),
    ("closing.posted_before", "分配方案已经记账", "the distribution was posted before"),
    ("contribution.final", "出资记录不能改", "a contribution never changes"),
    (
        "cooperative.stays",
        "合作社的编号和建账月份不能改",
        "code and first month of a cooperative stay",
    ),
    ("distribution.begins_as_draft", "分配方案先是草案", "a distribution begins as a draft"),
    (
        "distribution.event_is_final",
        "分配的经过不能改",
        "what happened to a distribution stays on record",
    ),
    (
        "distribution.is_posted",
        "分配的凭证还没有冲销",
        "vouchers of the distribution stand; reverse them first",
    ),
    (
        "distribution.other_state",
        "分配方案不在这一步",
        "the distribution is not in the state for this",
    ),
    (
        "distribution.too_early",
        "日期早于提交或通过的日期",
        "the day is before the plan was laid open or resolved on",
    ),
    ("distribution.year_runs", "年度还没有结束", "the year has not ended"),
    ("distribution.foreign_member", "成员是另一家合作社的", "the member is another cooperative's"),
    (
        "flock.final",
        "批次记录不能改，错的先作废",
        "what happened to a batch stays; void what is wrong",
    ),
    ("flock.not_alive", "死亡、淘汰、出售的只数多于存栏", "more birds are gone than live"),
    ("import.final", "导入批次不能改", "an import never changes"),
    ("member.change_is_final", "变更记录不能改", "a change on record stays"),
    ("member.not_on_record", "变更没有登记", "the change is not on record"),
    ("member.stays", "成员的编号不能改", "the code of a member stays"),
    (
        "member.too_many_votes",
        "附加表决权超过基本表决权的 20 %",
        "extra votes are more than 20 % of the basic votes",
    ),
    ("member.was_other", "变更前的内容和登记不一致", "the register said something else before"),
    ("month.distribution", "这个月有分配凭证，不能反结账", "a distribution is posted in the month"),
    ("month.earlier_open", "以前的月份还没有结账", "earlier months are open"),
    ("month.final", "结账记录不能改", "what was closed stays on record"),
    ("month.later_closed", "以后的月份已经结账", "later months are closed"),
    ("month.year_closed", "这一年已经年结", "the year is closed"),
    (
        "recurring.final",
        "周期凭证不能改，停用后另建",
        "a recurring voucher stays; end it and add another",
    ),
    ("register.final", "登记簿的记录不能改", "an entry of the register never changes"),
    ("reserve.below_zero", "公积金份额会变成负数", "a share of the reserve would be below zero"),
    ("reserve.final", "公积金份额的记录不能改", "a share of the reserve stays on record"),
    (
        "reserve.other_move",
        "公积金份额和股金变动不一致",
        "the share of the reserve differs from its move of capital",
    ),
    ("share.does_not_add_up", "股金变动和出资记录合不上", "a move differs from its contributions"),
    (
        "share.final",
        "股金变动不能改，错的先撤回",
        "a move of capital stays; take back what is wrong",
    ),
    ("share.foreign", "成员或科目是另一家合作社的", "member or account are another cooperative's"),
    (
        "share.in_use",
        "已经做成凭证或草稿，先冲销或放弃",
        "a voucher or draft was made of it; reverse or drop it first",
    ),
    ("share.not_all", "退社要退全部股金", "who leaves takes all capital"),
    ("share.other_move", "撤回的和原来的变动不一致", "what is taken back was another move"),
    ("share.taken_back", "股金变动已经撤回", "the move of capital was taken back"),
    ("voided.final", "已经作废，不能再用", "it was voided and is not used any more"),
    ("voided.in_use", "已经有凭证、计提或对账用到它", "a voucher, charge or match rests on it"),
    ("voucher.foreign_account", "科目是另一家合作社的", "the account is another cooperative's"),
    ("voucher.foreign_day", "分录的日期和凭证不一致", "a line has another day than its voucher"),
    ("voucher.foreign_member", "成员是另一家合作社的", "the member is another cooperative's"),
    ("voucher.line_is_final", "已记账的分录不能改", "a posted line never changes"),
    ("voucher.number_gap", "凭证号不连续", "the voucher's number leaves a gap"),
    ("year.before_books", "年度早于建账", "the year lies before the books begin"),
    ("year.closed", "这一年已经年结", "the year is closed"),
    ("year.december_open", "十二月还没有结账", "December is open"),
    (
        "year.distribution",
        "已通过的分配以这一年为依据",
        "an approved distribution rests on the year",
    ),
    ("year.earlier_open", "以前的年度还没有年结", "earlier years are open"),
    ("year.final", "年结记录不能改", "what was closed stays on record"),
    ("year.later_closed", "以后的年度已经年结", "later years are closed"),
    ("year.not_carried", "本年盈余还没有结转", "the surplus of the year is not carried over"),
    ("year.unchanged", "这一年已经是这样", "the year is so already"),
];

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule_of_the_database_has_a_sentence() {
        let migrations = [
            include_str!("../../../store/migrations/0001_book.sql"),
            include_str!("../../../store/migrations/0001_books.sql"),
            include_str!("../../../store/migrations/0001_chain.sql"),
            include_str!("../../../store/migrations/0002_closing.sql"),
            include_str!("../../../store/migrations/0002_assets.sql"),
            include_str!("../../../store/migrations/0002_bank.sql"),
            include_str!("../../../store/migrations/0003_voided.sql"),
            include_str!("../../../store/migrations/0004_asset_back.sql"),
            include_str!("../../../store/migrations/0004_members.sql"),
            include_str!("../../../store/migrations/0004_distribution.sql"),
            include_str!("../../../store/migrations/0004_reserve.sql"),
        ];
        let raised = migrations.iter().flat_map(|sql| sql.split("raise(ABORT, '").skip(1));
        let raised: Vec<&str> = raised.filter_map(|rest| rest.split('\'').next()).collect();
        assert!(raised.len() > 50);
        for code in raised {
            assert!(RULES.iter().any(|(known, ..)| *known == code), "{code}");
        }
    }
}
