//! Every screen, in Chinese and English, in light and dark: nothing stands in the way of people
//! who do not see well or use no mouse, and a picture of each lies in `target/looks`.

use tests::window::{Window, desktop};

use super::dividend::make_demo;

/// Address and the element that stands once the screen is whole.
const SCREENS: &[(&str, &str)] = &[
    ("#/start", "#book-check"),
    ("#/overview", "#main canvas, #main svg"),
    ("#/cooperatives/2025", "#cooperatives tr[data-row]"),
    ("#/cooperative/C01/2025", "#main svg"),
    ("#/members/C01/2025", "#members tr[data-row]"),
    ("#/member/C01/A01/2025", "#main table"),
    ("#/dividend/C01/2025", "#dividend-members tr[data-row]"),
    ("#/dividend/C03/2025", "#dividend-members tr[data-row]"),
    ("#/targets/2025", "#main tr[data-row]"),
    ("#/ledgers/C01/trial_balance/2025-03/2025-03", "#sheet tr[data-kind=total]"),
    ("#/ledgers/C01/detailed/2025-01/2025-06/102/-", "#sheet tr[data-kind=subtotal]"),
    ("#/ledgers/C02/member/2025-01/2025-12/-/-", "#sheet tr[data-kind=total]"),
    ("#/accounts/C01", "#accounts tr[data-row]"),
    ("#/statements/C01/balance_sheet/2025", "#sheet tr[data-kind=total]"),
    ("#/statements/C02/surplus/2025", "#form-checks li"),
    ("#/statements/C02/equity/2025", "#sheet tr[data-kind=total]"),
    ("#/statements/C02/member_account/2025", "#sheet tr[data-kind=total]"),
    ("#/closing/C03/2025", "#checklist li"),
    ("#/backup", "#log tbody tr"),
    ("#/yields/C01/flocks", "#flocks"),
    ("#/yields/C01/yield/2025", "#product-sums tr[data-row]"),
    ("#/yields/C02/delivery/2025", "#member-sums tr[data-row]"),
    ("#/assets/C01", "#assets"),
    ("#/bank/C01/bank/102/2025-03", "#book-open tbody tr"),
    ("#/bank/C01/cash", "#cash-count"),
    ("#/import", "#imports tr[data-row]"),
    ("#/opening/C03", "#opening tr[data-row]"),
    ("#/vouchers/C01/2025", "#voucher-paper"),
    ("#/vouchers/C02/2025/sources/delivery", "#voucher-sources tr[data-row]"),
    ("#/new/C01", "#voucher-form"),
    ("#/print/C01/2025", "#preview-canvas[data-drawn]"),
    ("#/print/C03/2025", "#print-to-dividend"),
];

#[test]
fn no_screen_has_a_barrier_in_either_language_or_light() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    let mut barriers = Vec::new();
    let mut note = |name: &str| {
        window.look(name);
        barriers.extend(window.barriers().iter().map(|barrier| format!("{name}: {barrier}")));
    };

    window.wait_for("document.documentElement.dataset.ready");
    note("first-start");
    make_demo(&window);
    for language in ["zh", "en"] {
        for light in ["light", "dark"] {
            for (address, whole) in SCREENS {
                window.go(address);
                window.wait_for(&format!("document.querySelector('{whole}')"));
                let name = address.trim_start_matches("#/").replace('/', "-");
                note(&format!("{name}-{language}-{light}"));
            }
            for (button, name) in [("#open-palette", "palette"), ("#open-shortcuts", "shortcuts")] {
                window.click(button, "");
                window.wait_for("document.querySelector('dialog[open]')");
                note(&format!("{name}-{language}-{light}"));
                window.press(&["Escape"]);
                window.wait_for("!document.querySelector('dialog[open]')");
            }
            window.click("#switch-theme", "");
        }
        window.click("#switch-language", "");
    }
    assert!(barriers.is_empty(), "\n{}\n", barriers.join("\n"));
    assert_eq!(window.policy_violations(), [""; 0], "the page's own policy was broken");
}
