package health.admit;

import org.springframework.boot.builder.SpringApplicationBuilder;

import health.admit.portal.PortalApplication;

/**
 * Starts the portal; with profile {@code sandbox} first the sandbox cloud, then the
 * portal.
 */
public final class Admit {

	private Admit() {
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(PortalApplication.class).run(args);
	}

}
