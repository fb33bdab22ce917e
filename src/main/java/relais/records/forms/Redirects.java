package relais.records.forms;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** After something was written the browser goes on to a page of its own. */
public final class Redirects {
    private Redirects() {}

    /** Leads to this path, whatever the method was. */
    public static ModelAndView to(String path) {
        var view = new RedirectView(path);
        view.setHttp10Compatible(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
