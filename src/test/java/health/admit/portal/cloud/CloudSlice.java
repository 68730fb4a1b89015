package health.admit.portal.cloud;

import org.springframework.context.annotation.Import;

/**
 * The configured cloud for slices. Without a stereotype, so that a whole portal in a test
 * does not find it.
 */
@Import(CloudConfiguration.class)
public class CloudSlice {

}
