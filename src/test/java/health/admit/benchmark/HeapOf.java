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

	private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

	private final long pid;

	HeapOf(long pid) {
		this.pid = pid;
	}

	/**
	 * Live megabytes. The histogram counts objects in the collection itself: until a
	 * second command has come through, a busy JVM has made tens of megabytes of garbage.
	 */
	long megabytes() {
		Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
		if (!total.find()) {
			throw new IllegalStateException("No histogram of the heap of " + this.pid);
		}
		return Long.parseLong(total.group(1)) / (1024 * 1024);
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
