package health.admit;

import java.util.List;

import health.admit.portal.cloud.StartRefused;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What has to be settled once the settings are known and before the portal starts:
 * whether it may start at all, a reset, and the embedded cloud it talks to.
 */
class Preparation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private final StartMode mode;

	private final String[] args;

	Preparation(StartMode mode, String... args) {
		this.mode = mode;
		this.args = args.clone();
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		StartCheck.refusal(environment, EmbeddedClouds.isPresent()).ifPresent((reason) -> {
			throw new StartRefused(reason.name());
		});
		if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
			return;
		}
		if (environment.containsProperty("reset")) {
			DataDirectory.of(environment).clear();
		}
		if (this.mode == StartMode.PORTAL_AND_WHAT_IT_NEEDS) {
			List<String> lines = EmbeddedClouds.start(this.args);
			context
				.addApplicationListener(announcing(lines, environment.getRequiredProperty("admit.signin.public-url")));
		}
	}

	private static ApplicationListener<ApplicationReadyEvent> announcing(List<String> lines, String portal) {
		return (event) -> {
			lines.forEach(EmbeddedClouds::announce);
			EmbeddedClouds.announce("Portal: " + portal);
		};
	}

}
