package health.admit.portal.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class StartRefusedTests {

	private static final Pattern REASON = Pattern
		.compile("(?:new StartRefused\\(|required\\()[^;]*?\"([A-Z_]{5,})\"[^;]*?;");

	@Test
	void everyReasonIsExplainedInWords() throws IOException {
		Set<String> reasons = new TreeSet<>(Set.of("NO_PROOF"));
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				Matcher found = REASON.matcher(Files.readString(file));
				while (found.find()) {
					reasons.add(found.group(1));
				}
			}
		}
		assertThat(reasons).hasSizeGreaterThan(8).allSatisfy((reason) -> {
			FailureAnalysis analysis = new StartRefusedAnalyzer()
				.analyze(new StartRefused(reason, "one", "two", "three"));
			assertThat(analysis.getDescription()).isNotBlank().doesNotContain("{", "''");
			assertThat(analysis.getAction()).isNotBlank().doesNotContain("{", "''");
		});
	}

	@Test
	void detailsAreNamed() {
		assertThat(new StartRefusedAnalyzer().analyze(new StartRefused("NO_SEALING_KEY", "here.key")).getDescription())
			.contains("here.key");
	}

}
