package health.admit.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * Finds and starts the Chromium of the machine; Playwright downloads nothing.
 */
public final class Chromium implements AutoCloseable {

	/** The first has no windows to build and takes a third of the time for a visit. */
	private static final List<String> COMMANDS = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome");

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	/**
	 * Whether browser tests are to run: there is a browser, or somebody insists.
	 */
	public static boolean isThereOrRequired() {
		return executable().isPresent() || Boolean.getBoolean("browser.required") || "true".equals(System.getenv("CI"));
	}

	static Chromium launch() {
		Path executable = executable()
			.orElseThrow(() -> new IllegalStateException("Browser tests are required, but no Chromium was found"));
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new Chromium(playwright,
				playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
						.setHeadless(true)
						.setChromiumSandbox(false)
						.setArgs(List.of("--disable-gpu", "--disable-quic", "--no-first-run",
								"--disable-background-networking", "--disable-component-update", "--disable-sync",
								"--disable-dev-shm-usage"))));
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	private static Optional<Path> executable() {
		String named = System.getenv("CHROMIUM");
		if (named != null) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		List<String> folders = List
			.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)));
		return COMMANDS.stream()
			.flatMap((command) -> folders.stream().map((folder) -> Path.of(folder, command)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
