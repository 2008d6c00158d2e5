//! The dividend of a cooperative and year.

use app::view::dividend::{
    AppropriationInput, CapitalWeightingView, DistributionStage, DistributionView, FindingView,
    PresetWord, ReversedRunView, SchemeInput, Severity,
};
use app::view::payment::PaymentInput;
use app::view::{Text, Yuan};
use app::{Problem, preset_scheme};

use super::{Chosen, Failure, open, payments, year};
use crate::args::{Distribution, Draft, PresetName, WeightingWord};
use crate::output::{Output, table};

pub fn run(command: Distribution, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let brief = matches!(command, Distribution::Show { brief: true, .. });
    let view = match command {
        Distribution::Draft(draft) => {
            let scheme = scheme(&draft)?;
            book.dividend_save(&draft.which.coop, draft.which.year, &scheme)?
        }
        Distribution::Show { which, .. } => book.dividend(&which.coop, which.year)?,
        Distribution::Approve { which, resolution, on } => {
            book.dividend_approve(&which.coop, which.year, &resolution, &on)?
        }
        Distribution::Present { which, on, meeting } => {
            book.dividend_present(&which.coop, which.year, &on, meeting.as_deref())?
        }
        Distribution::Withdraw { which, reason } => {
            book.dividend_withdraw(&which.coop, which.year, &reason)?
        }
        Distribution::Reverse { which, on, reason } => {
            book.dividend_reverse(&which.coop, which.year, &on, &reason)?
        }
        Distribution::Payments { coop, year, bank_file, sheet } => {
            let view = book.payments(&coop, year)?;
            if let Some(file) = bank_file {
                let written = book.save_bank_file(&coop, view.year.into(), &file)?;
                return output.show(&written, |written| payments::written(written, output));
            }
            if let Some(file) = sheet {
                let written = book.save_payment_sheet(&coop, view.year.into(), &file)?;
                return output.show(&written, |saved| format!("{}\n", saved.path));
            }
            return output.show(&view, |view| payments::readable(view, output));
        }
        Distribution::Pay { which, on, members, amount, account } => {
            let input = PaymentInput { on, members, amount, account };
            let view = book.pay(&which.coop, which.year, &input)?;
            return output.show(&view, |view| payments::paid(view, output));
        }
        Distribution::Post { which, on, dry_run } => {
            let (coop, year, on) = (&which.coop, which.year, on.as_deref());
            let view = match dry_run {
                true => book.check_posting(coop, year, on)?,
                false => book.post_distribution(coop, year, on)?,
            };
            return output.show(&view, |view| year::posting(view, output));
        }
    };
    let findings = findings(&view.findings, output);
    output.show(&DistributionView::from(view), |view| {
        let members = if brief { String::new() } else { members(view, output) };
        let mut blocks = vec![pools(view, output), members, findings];
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n")
    })
}

fn scheme(draft: &Draft) -> Result<SchemeInput, Failure> {
    let reserve = draft.reserve_rate.iter().map(|rate| AppropriationInput {
        fund: "盈余公积".to_owned(),
        rate: Some(rate.clone()),
        amount: None,
    });
    let preset = preset_scheme(match draft.preset {
        PresetName::Law => PresetWord::Law,
        PresetName::Shares => PresetWord::Shares,
        PresetName::Guaranteed => PresetWord::Guaranteed,
    });
    let others = draft.appropriations.iter().map(|text| appropriation(text));
    Ok(SchemeInput {
        appropriations: reserve.map(Ok).chain(others).collect::<Result<_, Failure>>()?,
        retained: draft.retained.clone(),
        patronage_share: draft.patronage_share.clone().unwrap_or(preset.patronage_share),
        guaranteed_rate: draft.guaranteed_rate.clone().or(preset.guaranteed_rate),
        capital_weighting: match draft.capital_weighting {
            WeightingWord::YearEnd => CapitalWeightingView::YearEnd,
            WeightingWord::DaysHeld => CapitalWeightingView::DaysHeld,
        },
    })
}

/// `风险金=0.05` is a rate, `公益金=5000.00元` an amount.
fn appropriation(text: &str) -> Result<AppropriationInput, Failure> {
    let Some((fund, take)) = text.split_once('=') else {
        let text = Text::new(
            format!("--appropriation {text}：写成 风险金=0.05 或 公益金=5000.00元"),
            format!("--appropriation {text}: write 风险金=0.05 or 公益金=5000.00元"),
        );
        return Err(Problem::input("scheme.take", text).about("appropriation").into());
    };
    let amount = take.strip_suffix('元').map(str::to_owned);
    let rate = amount.is_none().then(|| take.to_owned());
    Ok(AppropriationInput { fund: fund.to_owned(), rate, amount })
}

fn pools(view: &DistributionView, output: &Output) -> String {
    let status = match view.status {
        DistributionStage::None => output.say("未存草案", "not saved"),
        DistributionStage::Draft => output.say("草案", "draft"),
        DistributionStage::Presented => output.say("已提交大会", "before the meeting"),
        DistributionStage::Approved => output.say("已通过", "approved"),
        DistributionStage::Posted => output.say("已记账", "posted"),
        DistributionStage::PartPaid => output.say("部分发放", "paid in part"),
        DistributionStage::Paid => output.say("已发放", "paid"),
    };
    let resolution = view.resolution.as_deref().unwrap_or_default();
    let head = format!("{} {}　{status} {resolution}", view.coop, view.year);
    let line =
        |zh: &str, en: &str, amount: Yuan| vec![output.say(zh, en).to_owned(), amount.0.grouped()];
    let mut rows = vec![
        line("本年盈余", "surplus", view.surplus),
        line("弥补以前年度亏损", "losses made up", view.losses_made_up),
    ];
    for fund in &view.appropriations {
        rows.push(line(&format!("提取{}", fund.fund), &fund.fund, fund.amount));
    }
    rows.extend([
        line("可分配盈余", "distributable", view.distributable),
        line("留存下年", "retained", view.retained),
        line("盈余返还（按交易量）", "patronage refund", view.patronage_pool),
        line("剩余盈余分配（含保底）", "residual pool", view.residual_pool),
        line("结转亏损", "deficit carried", view.deficit_carried),
    ]);
    let table = table(&[output.words("", ""), output.figures("元", "yuan")], rows);
    format!("{}\n{table}{}", head.trim_end(), reversed(view, output))
}

/// The runs of the year that were reversed, a line each.
fn reversed(view: &DistributionView, output: &Output) -> String {
    let line = |run: &ReversedRunView| {
        let ReversedRunView { run, resolution, approved_on, reversed_on, reason, pool } = run;
        let pool = pool.0.grouped();
        let zh = format!(
            "第 {run} 次：{resolution}（{approved_on}）分配 {pool}，{reversed_on} 冲销：{reason}\n"
        );
        let en = format!(
            "run {run}: {resolution} of {approved_on} shared out {pool}, reversed on \
             {reversed_on}: {reason}\n"
        );
        output.say(&zh, &en).to_owned()
    };
    view.reversed.iter().map(line).collect()
}

fn members(view: &DistributionView, output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("成员", "member"),
        output.figures("盈余返还", "refund"),
        output.figures("保底", "guaranteed"),
        output.figures("剩余盈余", "residual"),
        output.figures("合计", "total"),
    ];
    let rows = view.members.iter().map(|member| {
        vec![
            member.code.clone(),
            member.name.clone(),
            member.patronage_refund.0.grouped(),
            member.guaranteed.0.grouped(),
            member.residual_dividend.0.grouped(),
            member.total.0.grouped(),
        ]
    });
    table(&columns, rows)
}

/// The findings, each with how grave it is.
pub fn findings(findings: &[FindingView], output: &Output) -> String {
    let mut text = String::new();
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => output.say("不符", "against"),
            Severity::Warning => output.say("提醒", "decide"),
            Severity::Note => output.say("说明", "note"),
            Severity::Ok => output.say("相符", "holds"),
        };
        let (article, message) =
            (output.sentence(&finding.article), output.sentence(&finding.message));
        text += &format!("{severity}　{article}　{message}\n");
    }
    text
}
