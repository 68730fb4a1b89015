package health.admit;

import java.util.List;
import java.util.ServiceLoader;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Finds and starts the cloud this program carries, if it carries one.
 */
final class EmbeddedClouds {

	private static final Log logger = LogFactory.getLog(Admit.class);

	private EmbeddedClouds() {
	}

	static boolean isPresent() {
		return ServiceLoader.load(EmbeddedCloud.class).findFirst().isPresent();
	}

	static List<String> start(String... args) {
		return ServiceLoader.load(EmbeddedCloud.class)
			.findFirst()
			.orElseThrow(() -> new StartRefused(StartRefused.Reason.NO_SANDBOX_INSIDE))
			.start(args);
	}

	static void announce(String line) {
		logger.info(line);
	}

}
