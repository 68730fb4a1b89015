package health.admit;

import org.springframework.boot.builder.SpringApplicationBuilder;

import health.admit.portal.PortalApplication;

/**
 * Starts the portal; with profile {@code sandbox} first the sandbox cloud, then the
 * portal. {@code --sandbox-only} and {@code --portal-only} start just one of the two, so
 * that the portal may be stopped and started against a sandbox that goes on;
 * {@code --reset} forgets everything the sandbox and its portal have stored.
 */
public final class Admit {

	private Admit() {
	}

	public static void main(String[] args) {
		StartMode mode = StartMode.of(args);
		if (mode == StartMode.SANDBOX_ONLY) {
			EmbeddedClouds.start(args).forEach(EmbeddedClouds::announce);
			return;
		}
		new SpringApplicationBuilder(PortalApplication.class).initializers(new Preparation(mode, args)).run(args);
	}

}
