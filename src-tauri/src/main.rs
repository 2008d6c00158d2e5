//! The window (抱团账): shows the page of `ui/` and answers it with the use cases of `app`.
//!
//! Nothing about books is decided here: commands translate and return. Surprising: the book named
//! on the command line is opened by the page's first question, so that the window stands at once
//! and a refusal is shown in it.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod asked_book;
mod commands;
mod guard;
mod home;
mod viewer;

use std::error::Error;
use std::process::ExitCode;

use app::Desk;
use tauri::webview::WebviewWindowBuilder;
use tauri::{App, Builder, Context, Manager, Url, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::asked_book::AskedBook;
use crate::viewer::Viewer;

fn main() -> ExitCode {
    if !has_display() {
        eprintln!("没有图形界面，打不开窗口；用命令行程序 baotuan 做同样的事。");
        eprintln!(
            "No display to open the window on; the command line `baotuan` does the same work."
        );
        return ExitCode::FAILURE;
    }
    let mut context: Context<Wry> = tauri::generate_context!();
    home::apply(context.config_mut());
    match builder().run(context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("窗口打不开。/ The window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// GTK ends the program with a trace when it finds no display, so it is asked before.
fn has_display() -> bool {
    let variables = ["DISPLAY", "WAYLAND_DISPLAY"];
    !cfg!(target_os = "linux") || variables.iter().any(|name| std::env::var_os(name).is_some())
}

/// Every command that the page may ask for, as one answerer.
macro_rules! every_command {
    () => {
        tauri::generate_handler![
            commands::accounts::account_add,
            commands::accounts::account_switch,
            commands::accounts::accounts,
            commands::bank::bank,
            commands::bank::bank_match,
            commands::bank::bank_reconcile,
            commands::bank::bank_save,
            commands::bank::bank_take,
            commands::bank::bank_unmatch,
            commands::bank::bank_void,
            commands::book::book_backup,
            commands::book::book_backups,
            commands::book::book_check,
            commands::book::book_close,
            commands::book::book_log,
            commands::book::book_new,
            commands::book::book_open,
            commands::book::book_restore,
            commands::book::demo_make,
            commands::book::own_backups,
            commands::book::start,
            commands::closing::closing,
            commands::closing::dividend_post,
            commands::closing::dividend_post_check,
            commands::closing::month_check,
            commands::closing::month_clear,
            commands::closing::month_close,
            commands::closing::month_reopen,
            commands::closing::year_check,
            commands::closing::year_close,
            commands::closing::year_reopen,
            commands::closing::year_waive,
            commands::district::overview,
            commands::district::targets,
            commands::dividend::dividend,
            commands::dividend::dividend_approve,
            commands::dividend::dividend_plan,
            commands::dividend::dividend_present,
            commands::dividend::dividend_reverse,
            commands::dividend::dividend_save,
            commands::dividend::dividend_withdraw,
            commands::dividend::dividend_try,
            commands::drafts::attachment_add,
            commands::drafts::attachment_drop,
            commands::drafts::attachment_open,
            commands::drafts::draft,
            commands::drafts::draft_discard,
            commands::drafts::draft_post,
            commands::drafts::draft_review,
            commands::drafts::draft_save,
            commands::drafts::draft_unreview,
            commands::drafts::source_draft,
            commands::drafts::sources,
            commands::drafts::template_drop,
            commands::drafts::template_save,
            commands::drafts::voucher_entry,
            commands::imports::import_kinds,
            commands::imports::import_preview,
            commands::imports::import_take,
            commands::imports::import_undo,
            commands::imports::imports,
            commands::imports::opening,
            commands::imports::opening_confirm,
            commands::imports::opening_save,
            commands::ledger::ledger,
            commands::ledger::ledger_choices,
            commands::ledger::ledger_save,
            commands::making::asset_add,
            commands::making::asset_gone,
            commands::making::asset_void,
            commands::making::asset_back,
            commands::making::assets,
            commands::making::cash,
            commands::making::cash_count,
            commands::making::cash_draft,
            commands::making::charges_check,
            commands::making::charges_make,
            commands::making::flock_begin,
            commands::making::flock_draft,
            commands::making::flock_note,
            commands::making::flock_void,
            commands::making::flocks,
            commands::making::recurring,
            commands::making::recurring_add,
            commands::making::recurring_end,
            commands::making::recurring_make,
            commands::making::waiting,
            commands::making::yields,
            commands::payment::payment_file,
            commands::payment::payment_sheet,
            commands::payment::payment_make,
            commands::payment::payments,
            commands::print::print_choices,
            commands::print::slips_open,
            commands::print::slips_pdf,
            commands::print::slips_save,
            commands::register::cooperative,
            commands::register::cooperatives,
            commands::register::member,
            commands::register::member_add,
            commands::register::member_change,
            commands::register::members,
            commands::register::reserve_quantify,
            commands::register::share_move,
            commands::register::share_move_draft,
            commands::register::share_move_undo,
            commands::statements::statement,
            commands::statements::statement_choices,
            commands::statements::statement_save,
            commands::vouchers::operator_set,
            commands::vouchers::review_set,
            commands::vouchers::voucher,
            commands::vouchers::voucher_correct,
            commands::vouchers::voucher_reverse,
            commands::vouchers::vouchers,
            commands::vouchers::vouchers_pdf,
            commands::vouchers::vouchers_save,
        ]
    };
}

fn builder() -> Builder<Wry> {
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build())
        .setup(set_up)
        .invoke_handler(every_command!())
}

fn set_up(app: &mut App) -> Result<(), Box<dyn Error>> {
    app.manage(Desk::new(home::desk_home(app)?));
    app.manage(AskedBook::from_arguments(std::env::args_os()));
    app.manage(Viewer::new(app.path().app_cache_dir()?.join("viewed")));
    for window in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, window)?.on_navigation(is_own_page).build()?;
    }
    Ok(())
}

/// The window shows the program's own page and never leaves it, whatever is dropped or followed.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}
