package health.admit.portal.web;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.SessionLimits;
import health.admit.portal.strays.Strays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebRequest;

/**
 * Makes the frame of the page that is being rendered.
 */
class FrameFactory {

	private final ObjectProvider<CurrentOperator> currentOperator;

	private final ObjectProvider<Cloud> cloud;

	private final String version;

	private final ObjectProvider<SessionLimits> limits;

	private final ObjectProvider<Inventory> inventory;

	private final ObjectProvider<Strays> strays;

	FrameFactory(ObjectProvider<CurrentOperator> currentOperator, ObjectProvider<Cloud> cloud,
			ObjectProvider<BuildProperties> build, ObjectProvider<SessionLimits> limits,
			ObjectProvider<Inventory> inventory, ObjectProvider<Strays> strays) {
		this.currentOperator = currentOperator;
		this.cloud = cloud;
		BuildProperties properties = build.getIfAvailable();
		this.version = (properties != null && properties.getVersion() != null) ? properties.getVersion() : "";
		this.limits = limits;
		this.inventory = inventory;
		this.strays = strays;
	}

	Frame frame(IExpressionContext context) {
		IWebRequest request = (context instanceof IWebContext web) ? web.getExchange().getRequest() : null;
		CurrentOperator current = signedIn(context) ? this.currentOperator.getIfAvailable() : null;
		return new Frame((current != null) ? current.operator() : null, this.cloud.getIfAvailable(), theme(request),
				address(request), this.version, idleSeconds(),
				(current != null) ? current.sessionEnds().toString() : null, this.inventory.getIfAvailable(),
				this.strays.getIfAvailable());
	}

	private static boolean signedIn(IExpressionContext context) {
		return context instanceof IWebContext web && web.getExchange().getPrincipal() != null;
	}

	private long idleSeconds() {
		SessionLimits configured = this.limits.getIfAvailable();
		return (configured != null) ? configured.idle().toSeconds() : 0;
	}

	private static String theme(@Nullable IWebRequest request) {
		String[] cookies = (request != null) ? request.getCookieValues(Theme.COOKIE) : null;
		return Theme.of((cookies != null && cookies.length > 0) ? cookies[0] : null).key();
	}

	private static String address(@Nullable IWebRequest request) {
		if (request == null) {
			return "/";
		}
		String query = request.getQueryString();
		return request.getPathWithinApplication() + ((query != null) ? "?" + query : "");
	}

}
