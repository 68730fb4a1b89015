package health.admit;

import java.util.ResourceBundle;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in plain words why the program did not start, and what to set.
 */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
		ResourceBundle texts = ResourceBundle.getBundle("messages.start");
		String key = "start." + cause.reason().name();
		return new FailureAnalysis(texts.getString(key + ".description"), texts.getString(key + ".action"), cause);
	}

}
