/** 200 with a body. */
export function ok<Body>(body: Body): { status: 200; body: Body } {
  return { status: 200, body };
}

/** 201 with a body. */
export function created<Body>(body: Body): { status: 201; body: Body } {
  return { status: 201, body };
}

/** 200 of an operation that has nothing to show but that it was done. */
export function done(message: string): { status: 200; body: { success: true; message: string } } {
  return ok({ success: true, message });
}
