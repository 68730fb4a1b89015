package health.admit.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out a {@link Browsing} for each test. The browser is started once per JVM.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browsing.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return browsing(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browsing browsing = context.getStore(NAMESPACE).get(Browsing.class, Browsing.class);
		if (browsing != null) {
			browsing.end(context.getExecutionException().isPresent());
		}
	}

	private static Browsing browsing(ExtensionContext context) {
		Store whole = context.getRoot().getStore(NAMESPACE);
		return context.getStore(NAMESPACE)
			.computeIfAbsent(Browsing.class, (type) -> new Browsing(
					whole.computeIfAbsent(Chromium.class, (chromium) -> Chromium.launch(), Chromium.class),
					() -> whole.computeIfAbsent(Stage.class, (stage) -> Stage.open(), Stage.class),
					context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName()),
					Browsing.class);
	}

}
