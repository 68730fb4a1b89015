package health.admit;

import java.util.List;
import java.util.ServiceLoader;

import health.admit.portal.cloud.StartRefused;
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
			.orElseThrow(() -> new StartRefused(StartCheck.Reason.NO_SANDBOX_INSIDE.name()))
			.start(args);
	}

	static void announce(String line) {
		logger.info(line);
	}

}
