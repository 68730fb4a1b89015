package health.admit.portal.cloud;

import java.text.MessageFormat;
import java.util.ResourceBundle;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in plain words why the program did not start, and what to set.
 */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
		return new FailureAnalysis(text(cause, "description"), text(cause, "action"), cause);
	}

	private static String text(StartRefused cause, String part) {
		String pattern = ResourceBundle.getBundle("messages.start").getString("start." + cause.reason() + "." + part);
		return MessageFormat.format(pattern, cause.details());
	}

}
