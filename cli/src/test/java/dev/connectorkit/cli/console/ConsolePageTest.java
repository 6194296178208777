package dev.connectorkit.cli.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; skipped where there is none. */
class ConsolePageTest {
    private static final String CONFIG =
            "{\"baseUrl\":\"https://harbour.example\",\"signIn\":\"token\",\"apiToken\":\"hunter2-hunter2\"}";

    @TempDir
    private static Path directory = Path.of("");

    private static Browser browser;

    private RunningConsole console;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        var program = Browser.installed();
        assumeTrue(program != null, "there is no Chromium on the PATH");
        browser = Browser.start(requireNonNull(program), directory);
    }

    @AfterAll
    static void stopBrowser() {
        // Null where the tests were skipped.
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.of(Harbour.connector(), CONFIG, directory.resolve("none.json"));
        browser.resize(1280, 900);
    }

    @AfterEach
    void stop() {
        browser.leave();
        console.close();
    }

    private void open(String view) {
        browser.open(console.uri().resolve("/?" + view + "#" + view));
    }

    private static String textOf(String selector) {
        return browser.evaluate("document.querySelector(" + quoted(selector) + ").textContent");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    /** Sets an input's value as typing would. */
    private static void fill(String selector, String value) {
        browser.evaluate("document.querySelector(%s).focus()".formatted(quoted(selector)));
        browser.evaluate("document.activeElement.select?.()");
        browser.type(value);
    }

    private static void click(String selector) {
        browser.evaluate("document.querySelector(%s).click()".formatted(quoted(selector)));
    }

    private static void clickButton(String name) {
        browser.evaluate("[...document.querySelectorAll('main button')].find((b) => b.textContent === %s).click()"
                .formatted(quoted(name)));
    }

    private static boolean shows(String key) {
        return browser.evaluate("document.querySelector('[data-key=%s]').checkVisibility()".formatted(key))
                .equals("true");
    }

    @Test
    void a_command_runs_by_keyboard_alone_and_streams_into_the_table() {
        open("commands");

        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
        browser.press("Enter");
        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("view");
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.value")).isEqualTo("std:account:list");
        for (int i = 0;
                i < 10
                        && !browser.evaluate("document.activeElement.textContent")
                                .equals("Run");
                i++) {
            browser.press("Tab");
        }
        browser.press("Enter");
        browser.await("document.querySelector('.notice.good')");

        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('.results thead th')].map((th) => th.textContent).join()"))
                .isEqualTo("identity,name,rank,crews,flags");
        assertThat(browser.evaluate("document.querySelectorAll('.results tbody tr').length"))
                .isEqualTo("2");
        assertThat(textOf(".results tbody tr:nth-child(2)")).contains("Bo <b>bold</b>", "disabled");
        assertThat(textOf("#announcer")).startsWith("Succeeded: 2 objects");
    }

    @Test
    void patches_and_state_are_shown_as_they_are_applied() {
        open("source");
        browser.await("document.querySelector('[data-key=spConnEnableStatefulCommands] input')");
        click("[data-key=spConnEnableStatefulCommands] input");
        browser.await("document.querySelector('.columns .status').textContent === 'Saved'");
        browser.evaluate("location.hash = 'commands'");
        browser.await("document.querySelector('textarea.code').value.includes('stateful')");

        clickButton("Run");
        browser.await("document.querySelector('.notice.good')");

        assertThat(textOf(".kept .pairs")).contains("cursor", "page-2", "accessToken•••");
        assertThat(textOf(".kept .patches")).contains("add", "/connectorAttributes");
        assertThat(textOf(".kept pre")).contains("2026-01-01");
        assertThat(browser.evaluate("document.querySelector('textarea.code').value"))
                .contains("\"since\"");
        assertThat(browser.evaluate("document.documentElement.outerHTML"))
                .doesNotContain("t0p-s3cret-token", "hunter2");
    }

    @Test
    void a_failure_after_the_first_line_is_unmistakable() {
        open("source");
        fill("[data-key=note] input", "fail");
        browser.await("document.querySelector('.columns .status').textContent === 'Saved'");
        browser.evaluate("location.hash = 'commands'");

        clickButton("Run");
        browser.await("document.querySelector('.results [role=alert]')");

        assertThat(textOf(".results [role=alert]")).contains("The command failed", "generic error: the tide went out");
        assertThat(browser.evaluate("document.querySelectorAll('.results tbody tr').length"))
                .isEqualTo("2");
    }

    @Test
    void the_form_has_every_type_of_item_and_shows_those_whose_condition_holds() {
        open("source");

        assertThat(browser.evaluate("""
                [...document.querySelectorAll('form [data-key]')]
                    .filter((field) => !field.querySelector('input, select, textarea, button')).length""")).isEqualTo("0");
        assertThat(shows("apiToken")).isTrue();
        assertThat(shows("privateKey")).isFalse();
        assertThat(shows("docks")).isFalse();
        click("[data-key=signIn] input[value=key]");
        click("[data-key=ships] input");
        assertThat(shows("apiToken")).isFalse();
        assertThat(shows("privateKey")).isTrue();
        assertThat(shows("docks")).isTrue();

        clickButton("Add an agent");
        assertThat(browser.evaluate("document.activeElement.closest('[data-key]').dataset.key"))
                .isEqualTo("name");
        browser.type("Agent Smith");
        clickButton("Done");
        browser.await("document.querySelector('.columns .status').textContent === 'Saved'");

        assertThat(textOf("[data-key=agents] .card-title")).startsWith("Agent Smith");
        var settings = console.json("GET", "source", "").getJsonObject("settings");
        assertThat(settings.getJsonArray("agents").toString()).isEqualTo("[{\"name\":\"Agent Smith\"}]");
        assertThat(settings.getBoolean("ships")).isTrue();
        assertThat(settings.getString("signIn")).isEqualTo("key");
    }

    @Test
    void a_filter_is_underlined_mended_and_explained() {
        open("filter");
        clickButton("List the first 100");
        browser.await("document.querySelectorAll('.verdicts li').length === 2");

        fill("textarea.code", "rnak == \"Mate\"");
        browser.await("document.querySelector('.underlines mark')");
        assertThat(textOf(".underlines mark")).isEqualTo("rnak");
        assertThat(textOf(".issues")).contains("rnak");
        clickButton("Make it rank");
        browser.await("document.querySelector('.verdicts .tag.out')");

        assertThat(browser.evaluate("document.querySelector('textarea.code').value"))
                .isEqualTo("rank == \"Mate\"");
        assertThat(textOf(".verdicts li:nth-child(2)"))
                .startsWith("left out bo")
                .contains("rank is \"Mate\"");
        assertThat(textOf(".verdicts li:nth-child(1)")).startsWith("kept ada");
    }

    @Test
    void the_spec_shows_what_the_linter_finds_and_the_report_can_be_made() {
        open("spec");
        browser.await("document.querySelector('.issues li')");
        assertThat(textOf(".source-text")).contains("\"name\": \"harbour\"");

        browser.evaluate("location.hash = 'report'");
        browser.await("document.querySelector('.report .notice')");
        assertThat(textOf(".report .notice")).contains("there is no report yet");
        clickButton("Try the rules that only read");
        browser.await("document.querySelectorAll('.rules li').length > 10");
        assertThat(textOf(".counts")).contains("passed", "skipped");
    }

    @Test
    void every_input_has_a_name_in_every_view_and_nothing_is_asked_of_others() {
        var before = browser.requested().size();
        open("commands");
        for (var view : new String[] {"commands", "source", "filter", "spec", "report"}) {
            browser.evaluate("location.hash = '" + view + "'");
            browser.await("document.querySelector('.view." + view + "')");
            assertThat(browser.evaluate("""
                    [...document.querySelectorAll('main input, main select, main textarea, main button')]
                        .filter((control) => !(control.labels?.length || control.ariaLabel || control.textContent))
                        .map((control) => control.outerHTML).join()"""))
                    .as("controls without a name in the view " + view)
                    .isEmpty();
            assertThat(browser.evaluate("document.querySelector('[aria-current=page]').hash"))
                    .isEqualTo("#" + view);
            assertThat(browser.evaluate("document.querySelectorAll('h1').length"))
                    .isEqualTo("1");
        }
        assertThat(browser.requested().subList(before, browser.requested().size()))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri).startsWith(console.uri().toString()));
        browser.await("document.querySelector('.report .notice')");
        // That there is no report yet is a status that the browser mentions.
        assertThat(browser.complaints().stream()
                        .filter(complaint -> complaint.contains(console.uri().toString()))
                        .filter(complaint -> !complaint.contains("/console/api/report")))
                .isEmpty();
    }

    @Test
    void it_follows_the_colours_that_the_system_prefers_and_fits_a_narrow_window() {
        open("commands");
        browser.prefer("light");
        var light = browser.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        browser.prefer("dark");
        var dark = browser.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        browser.resize(360, 700);

        assertThat(dark).isNotEqualTo(light);
        for (var view : new String[] {"commands", "source", "filter", "spec", "report"}) {
            browser.evaluate("location.hash = '" + view + "'");
            browser.await("document.querySelector('.view." + view + "')");
            assertThat(browser.evaluate("document.documentElement.scrollWidth"))
                    .as("width of the view " + view)
                    .isEqualTo("360");
        }
    }
}
