package health.admit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the heap of another JVM is alive: what is left after a collection.
 */
final class HeapOf {

	private static final Pattern USED = Pattern.compile("(?:heap|generation).*?used (\\d+)K");

	private final long pid;

	HeapOf(long pid) {
		this.pid = pid;
	}

	/** Live megabytes. */
	long megabytes() {
		jcmd("GC.run");
		long kilobytes = 0;
		for (String line : jcmd("GC.heap_info").split("\n")) {
			Matcher used = USED.matcher(line);
			if (used.find()) {
				kilobytes += Long.parseLong(used.group(1));
			}
		}
		return kilobytes / 1024;
	}

	private String jcmd(String command) {
		try {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
					String.valueOf(this.pid), command)
				.redirectErrorStream(true)
				.start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
