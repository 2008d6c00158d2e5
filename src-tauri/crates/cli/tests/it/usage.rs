//! Help, completions, where `--book`, `--json` and `--lang` may stand, and wrong usage.

use crate::kit::Place;

const COMMANDS: [&str; 12] = [
    "calc",
    "demo",
    "book",
    "village",
    "coop",
    "member",
    "import",
    "distribution",
    "targets",
    "print",
    "report",
    "export",
];

#[test]
fn help_names_every_command_in_both_languages() {
    let help = Place::new().run("--help").done();
    for command in COMMANDS {
        let line = help.lines().find(|line| line.trim_start().starts_with(command));
        let line = line.unwrap_or_else(|| panic!("{command} is missing in:\n{help}"));
        assert!(!line.is_ascii(), "{command} has no Chinese");
    }
    for option in ["--book", "--json", "--lang", "BAOTUAN_BOOK", "baotuan demo"] {
        assert!(help.contains(option), "{option}");
    }
}

#[test]
fn help_of_an_import_says_which_columns_each_kind_has() {
    let help = Place::new().run("import --help").done();
    let words = ["villages", "incomes", "vouchers", "code,name,township", "--dry-run", "GB18030"];
    for word in words {
        assert!(help.contains(word), "{word} is missing in:\n{help}");
    }
}

#[test]
fn every_shell_gets_completions() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = place.run(&format!("completions {shell}")).done();
        assert!(script.contains("distribution"), "{shell}");
    }
}

#[test]
fn the_book_is_named_before_or_after_the_command_or_by_a_variable() {
    let place = Place::with_demo();
    let before = place.run("--book 示范区.baotuan --json book info").json();
    let after = place.run("book info --json --book 示范区.baotuan").json();
    let between = place.run("book --book 示范区.baotuan info --json").json();
    let variable = place.demo("book info --json").json();
    assert_eq!((&before, &before, &before), (&after, &between, &variable));
    let other = [("BAOTUAN_BOOK", "没有.baotuan")];
    let given = place.run_with("book info --json --book 示范区.baotuan", &other).json();
    assert_eq!(given, before, "what is given counts more than the variable");
}

#[test]
fn without_a_book_the_command_says_how_to_name_one() {
    let place = Place::new();
    let commands = [
        "book info",
        "book check",
        "village list",
        "coop list",
        "member list --coop C01",
        "targets check --year 2025",
        "targets awards --year 2025",
        "distribution show --coop C01 --year 2025",
        "report trial-balance --coop C01 --at 2025-12-31",
        "print slips --coop C01 --year 2025 --out x.pdf",
        "import villages x.csv",
    ];
    for command in commands {
        let said = place.run(command).refused(2);
        assert!(said.contains("--book FILE") && said.contains("BAOTUAN_BOOK"), "{command}: {said}");
    }
    assert_eq!(place.files(), Vec::<String>::new());
}

#[test]
fn wrong_usage_is_exit_2_and_prints_nothing() {
    let place = Place::with_demo();
    let commands = [
        "",
        "dividend",
        "book",
        "book info --colour",
        "village add --code V1",
        "member add --coop C01 --code X --name 某 --kind person",
        "import potatoes x.csv",
        "distribution show --coop C01 --year 二〇二五",
        "distribution draft --coop C01 --year 2025 --capital-weighting monthly",
        "calc distribution a.json b.json",
        "completions cmd",
    ];
    for command in commands {
        let answer = place.demo(command);
        assert_eq!((answer.exit, answer.out.as_str()), (Some(2), ""), "{command}");
        assert!(!answer.err.is_empty(), "{command}");
    }
}

#[test]
fn wrong_usage_is_said_in_the_language_of_the_messages() {
    let place = Place::new();
    let said = [
        ("voucher post", "还缺：<FILE>。"),
        ("vouchr list", "没有“vouchr”这个命令。是不是“voucher”？"),
        ("book check --agains X", "不认识“--agains”。是不是“--against”？"),
        ("targets check --year 二〇", "--year <YEAR> 要填整数，不能填“二〇”。"),
        ("book review maybe", "<STATE> 不能填“maybe”。可以填：on、off。"),
        ("book new x.baotuan --name", "--name <NAME> 后面没有填内容。"),
        ("targets check --year 2025 --year 2026", "--year <YEAR> 只能写一次。"),
        ("import vouchers a b", "“b”不能和 <KIND>、<FILE> 一起用。"),
        ("book review --json=1 on", "--json 不用填“1”。"),
    ];
    for (command, sentence) in said {
        let chinese = place.run(command).refused(2);
        assert!(chinese.starts_with(sentence), "{command}: {chinese}");
        assert!(chinese.contains("--help 看详细说明"), "{command}: {chinese}");
        assert!(!chinese.contains("error") && !chinese.contains("Usage"), "{command}: {chinese}");
        let english = [
            place.run(&format!("--lang en {command}")),
            place.run(&format!("--lang=en {command}")),
            place.run_with(command, &[("BAOTUAN_LANG", "en")]),
        ];
        for answer in english {
            assert_eq!(answer.exit, Some(2), "{command}");
            assert!(answer.err.starts_with("error: "), "{command}: {}", answer.err);
        }
    }
    let missing = place.run("voucher post").refused(2);
    assert_eq!(
        missing.trim_end(),
        "还缺：<FILE>。用法：baotuan voucher post <FILE>。加上 --help 看详细说明。"
    );
}

#[test]
fn messages_are_chinese_unless_english_is_asked_for() {
    let place = Place::with_demo();
    let said = |arguments: &str, variables: &[(&str, &str)]| {
        place.run_with(arguments, variables).refused(1)
    };
    let (zh, en) = ("没有找到", "is not there");
    let asked = "book info --book 没有.baotuan";
    assert!(said(asked, &[]).contains(zh));
    assert!(said(asked, &[("LANG", "de_DE.UTF-8")]).contains(zh));
    assert!(said(asked, &[("LANG", "en_GB.UTF-8")]).contains(en));
    assert!(said(asked, &[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")]).contains(zh));
    assert!(said(asked, &[("BAOTUAN_LANG", "en")]).contains(en));
    assert!(said("--lang zh book info --book 没有.baotuan", &[("LANG", "en")]).contains(zh));
    assert!(said("book info --book 没有.baotuan --lang en", &[]).contains(en));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let place = Place::with_demo();
    let program = crate::kit::PROGRAM;
    let script =
        format!("{program} village list --book 示范区.baotuan | head -1; echo ${{PIPESTATUS[0]}}");
    let answer = place.bash(&script);
    assert!(answer.out.ends_with("0\n"), "{answer:?}");
    assert_eq!(answer.err, "");
}
